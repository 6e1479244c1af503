package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sectors of a compound file and the chains that they form. Each sector belongs to one chain, so no chain can run in
 * a circle or into another. Source: [MS-CFB] 2.1 to 2.5. Not thread-safe.
 */
final class CompoundFile {
    private static final int HEADER = 512;
    private static final int IN_HEADER = 109;
    private static final int NUMBER = 4;
    private static final long LAST = 0xFFFFFFFEL;
    private static final long OF_TABLE = 0xFFFFFFFDL;
    private static final long OF_TABLES = 0xFFFFFFFCL;
    private static final long FREE = 0xFFFFFFFFL;
    private static final int SMALL_SECTOR = 64;
    private static final int LARGEST_SMALL_STREAM = 4_096;

    private final Bytes file;
    private final int sectorBytes;
    private final int sectors;
    private final BitSet taken = new BitSet();
    private final List<Long> table = new ArrayList<>();
    private final Map<Integer, Long> marked = new HashMap<>();

    CompoundFile(Bytes file) {
        this.file = file;
        int version = file.low16(26);
        int shift = file.low16(30);
        boolean known = (version == 3 && shift == 9) || (version == 4 && shift == 12);
        boolean usual = file.low16(28) == 0xFFFE && file.low16(32) == 6 && file.low32(56) == LARGEST_SMALL_STREAM;
        if (!known || !usual || file.length() < HEADER) {
            throw Refusal.damaged("The header of the compound file is not whole.");
        }
        this.sectorBytes = 1 << shift;
        if (file.length() % sectorBytes != 0) {
            throw Refusal.damaged("The last sector is not whole.");
        }
        this.sectors = file.length() / sectorBytes - 1;
        readTable();
        checkMarks();
        checkTable();
    }

    private void readTable() {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < IN_HEADER; i++) {
            addPlace(places, file.low32(76 + NUMBER * i));
        }
        long next = file.low32(68);
        for (long left = file.low32(72); left > 0; left--) {
            int sector = take(next);
            int at = at(sector);
            marked.put(sector, OF_TABLES);
            for (int i = 0; i < sectorBytes / NUMBER - 1; i++) {
                addPlace(places, file.low32(at + NUMBER * i));
            }
            next = file.low32(at + sectorBytes - NUMBER);
        }
        if (places.size() != file.low32(44)) {
            throw Refusal.damaged("The table of sectors has another size than it says.");
        }
        for (int place : places) {
            marked.put(place, OF_TABLE);
            for (int i = 0; i < sectorBytes / NUMBER; i++) {
                table.add(file.low32(at(place) + NUMBER * i));
            }
        }
    }

    /** Sectors that belong to the table itself are marked in it. */
    private void checkMarks() {
        marked.forEach((sector, mark) -> {
            if (sector >= table.size() || !table.get(sector).equals(mark)) {
                throw Refusal.damaged("The table of sectors is not marked as such.");
            }
        });
    }

    private void addPlace(List<Integer> places, long sector) {
        if (sector != FREE) {
            places.add(take(sector));
        }
    }

    private void checkTable() {
        if (sectors > table.size()) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "Bytes follow the end of the document.");
        }
        for (int i = sectors; i < table.size(); i++) {
            if (table.get(i) != FREE) {
                throw Refusal.damaged("The file ends before its last sector.");
            }
        }
    }

    private int take(long sector) {
        if (sector >= sectors) {
            throw Refusal.damaged("A sector lies behind the end of the file.");
        }
        if (taken.get((int) sector)) {
            throw Refusal.damaged("A sector belongs to two chains, or a chain runs in a circle.");
        }
        taken.set((int) sector);
        return (int) sector;
    }

    private int at(int sector) {
        return (sector + 1) * sectorBytes;
    }

    /** Follows a chain to its end and takes its sectors; they must hold {@code size} bytes. */
    List<Integer> chain(long first, long size) {
        List<Integer> chain = new ArrayList<>();
        for (long next = first; next != LAST; next = table.get((int) next)) {
            chain.add(take(next));
        }
        if ((long) chain.size() * sectorBytes < size) {
            throw Refusal.damaged("A chain of sectors is too short.");
        }
        return chain;
    }

    /** The bytes of a chain's sectors, one behind the other, but no more than {@code size}. */
    Bytes content(List<Integer> chain, long size) {
        byte[] content = new byte[(int) Math.min(size, (long) chain.size() * sectorBytes)];
        for (int i = 0; i * sectorBytes < content.length; i++) {
            int length = Math.min(sectorBytes, content.length - i * sectorBytes);
            System.arraycopy(file.array(), at(chain.get(i)), content, i * sectorBytes, length);
        }
        file.effort().spend(content.length);
        return file.with(content);
    }

    /** All entries of the directory. */
    Bytes directory() {
        List<Integer> chain = chain(file.low32(48), 0);
        return content(chain, (long) chain.size() * sectorBytes);
    }

    /** The chains of the small sectors. */
    Bytes smallTable() {
        if (file.low32(64) == 0) {
            return file.none();
        }
        List<Integer> chain = chain(file.low32(60), 0);
        return content(chain, (long) chain.size() * sectorBytes);
    }

    /** Says whether a stream of this size lies in small sectors. */
    static boolean small(long size) {
        return size < LARGEST_SMALL_STREAM;
    }

    /** Follows a chain of small sectors, which are together in one stream. */
    static Bytes small(Bytes smallTable, Bytes together, long first, long size) {
        byte[] content = new byte[(int) size];
        long next = first;
        for (int at = 0; at < size; at += SMALL_SECTOR) {
            if (next * NUMBER + NUMBER > smallTable.length() || next * SMALL_SECTOR > together.length()) {
                throw Refusal.damaged("A chain of small sectors is too short.");
            }
            int length = (int) Math.min(SMALL_SECTOR, size - at);
            int from = (int) next * SMALL_SECTOR;
            System.arraycopy(together.slice(from, from + length), 0, content, at, length);
            next = smallTable.low32((int) next * NUMBER);
        }
        if (size > 0 && next != LAST) {
            throw Refusal.damaged("A chain of small sectors is too long.");
        }
        return together.with(content);
    }
}
