package io.crmkit.attachment.internal.inspect;

import io.crmkit.attachment.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The entries of an archive, read so that no two readers can differ in what they see: the directory stands at the very
 * end, each entry's own header says what the directory says, and the entries fill the file from the first byte to the
 * directory without a gap. Source: PKWARE APPNOTE 6.3.
 */
final class ZipEntries {
    private static final String LOCAL = "PK\u0003\u0004";
    private static final String CENTRAL = "PK\u0001\u0002";
    private static final String DESCRIPTOR = "PK\u0007\b";
    private static final String END = "PK\u0005\u0006";
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int DESCRIPTOR_BYTES = 12;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_NAME = 255;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int LATER_SIZES = 1 << 3;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final Bytes file;
    private final Set<String> names = new HashSet<>();

    private ZipEntries(Bytes file) {
        this.file = file;
    }

    /**
     * One entry.
     *
     * @param name as written
     * @param header where its own header begins
     * @param sum the CRC of its content
     */
    record Entry(String name, int flags, int method, int header, long packed, long size, long sum) {
        boolean folder() {
            return name.endsWith("/");
        }

        boolean deflated() {
            return method == DEFLATED;
        }
    }

    /** Reads the directory and holds it against the entries. */
    static List<Entry> of(Bytes file) {
        return new ZipEntries(file).read();
    }

    /** Where the content of an entry begins. */
    static int start(Bytes file, Entry entry) {
        int header = entry.header();
        return header + LOCAL_BYTES + file.low16(header + 26) + file.low16(header + 28);
    }

    private List<Entry> read() {
        int end = file.length() - END_BYTES;
        if (!file.has(end, END)) {
            int earlier = file.findLast(END, end);
            throw earlier < 0
                    ? Refusal.damaged("The archive has no directory at its end.")
                    : new Refusal(RefusalCode.FOREIGN_DATA, "Bytes follow the end of the archive.");
        }
        int count = file.low16(end + 10);
        long directory = file.low32(end + 16);
        boolean whole = file.low32(end + 4) == 0 && file.low16(end + 8) == count && file.low16(end + 20) == 0;
        if (!whole || directory + file.low32(end + 12) != end) {
            throw Refusal.damaged("The end of the archive contradicts itself.");
        }
        if (count > MOST_ENTRIES) {
            throw new Refusal(RefusalCode.EXPANDS_TOO_MUCH, "The archive has more than " + MOST_ENTRIES + " entries.");
        }
        List<Entry> entries = entries((int) directory, count, end);
        checkGaps(entries, (int) directory);
        return entries;
    }

    private List<Entry> entries(int directory, int count, int end) {
        List<Entry> entries = new ArrayList<>(count);
        int at = directory;
        for (int i = 0; i < count; i++) {
            if (!file.has(at, CENTRAL)) {
                throw Refusal.damaged("The directory of the archive is not whole.");
            }
            entries.add(entry(at));
            at += CENTRAL_BYTES + file.low16(at + 28) + file.low16(at + 30) + file.low16(at + 32);
        }
        if (at != end) {
            throw Refusal.damaged("The directory of the archive has another size than it says.");
        }
        return entries;
    }

    private Entry entry(int at) {
        int length = file.low16(at + 28);
        String name = checked(file.latin(at + CENTRAL_BYTES, at + CENTRAL_BYTES + length));
        long header = file.low32(at + 42);
        int flags = file.low16(at + 8);
        int method = file.low16(at + 10);
        if ((flags & ENCRYPTED) != 0) {
            throw new Refusal(RefusalCode.ENCRYPTED, "An entry of the archive is encrypted.");
        }
        if ((method != STORED && method != DEFLATED) || file.low16(at + 34) != 0) {
            throw new Refusal(RefusalCode.UNSUPPORTED_VARIANT, "An entry of the archive is packed in an unusual way.");
        }
        if (header > file.length()) {
            throw Refusal.damaged("An entry of the archive lies behind its end.");
        }
        return new Entry(
                name, flags, method, (int) header, file.low32(at + 20), file.low32(at + 24), file.low32(at + 16));
    }

    /** Names are plain, and differ by more than case. */
    private String checked(String name) {
        boolean plain = name.chars().allMatch(c -> c > ' ' - 1 && c < 0x7F && c != '\\' && c != ':');
        boolean inside = !name.startsWith("/") && !name.contains("//");
        boolean climbs = List.of(name.split("/", -1)).stream().anyMatch(part -> part.equals(".") || part.equals(".."));
        if (name.isEmpty() || name.length() > MOST_NAME || !plain || !inside || climbs) {
            throw new Refusal(
                    RefusalCode.FOREIGN_DATA, "An entry of the archive has a name that documents do not have.");
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "Two entries of the archive have one name.");
        }
        return name;
    }

    private void checkGaps(List<Entry> entries, int directory) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingInt(Entry::header));
        long expected = 0;
        for (Entry entry : sorted) {
            if (entry.header() != expected) {
                throw new Refusal(RefusalCode.FOREIGN_DATA, "Something stands between the entries of the archive.");
            }
            expected = end(entry);
        }
        if (expected != directory) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "Something stands before the directory of the archive.");
        }
    }

    private long end(Entry entry) {
        int at = entry.header();
        boolean later = (entry.flags() & LATER_SIZES) != 0;
        byte[] name = entry.name().getBytes(StandardCharsets.ISO_8859_1);
        boolean same = file.has(at, LOCAL)
                && file.low16(at + 6) == entry.flags()
                && file.low16(at + 8) == entry.method()
                && file.low16(at + 26) == name.length
                && file.has(at + LOCAL_BYTES, entry.name())
                && sizes(at + 14, entry, later);
        if (!same) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "An entry of the archive contradicts the directory.");
        }
        long end = start(file, entry) + entry.packed();
        if (end > file.length()) {
            throw Refusal.damaged("An entry of the archive reaches behind its end.");
        }
        return later ? afterDescriptor((int) end, entry) : end;
    }

    /** Sum and sizes, which may be zero where they follow later. */
    private boolean sizes(int at, Entry entry, boolean later) {
        boolean zero = file.low32(at) == 0 && file.low32(at + 4) == 0 && file.low32(at + 8) == 0;
        return described(at, entry) || (later && zero);
    }

    private boolean described(int at, Entry entry) {
        return file.low32(at) == entry.sum()
                && file.low32(at + 4) == entry.packed()
                && file.low32(at + 8) == entry.size();
    }

    private long afterDescriptor(int end, Entry entry) {
        int at = file.has(end, DESCRIPTOR) ? end + DESCRIPTOR.length() : end;
        if (!described(at, entry)) {
            throw new Refusal(RefusalCode.FOREIGN_DATA, "An entry of the archive contradicts the directory.");
        }
        return (long) at + DESCRIPTOR_BYTES;
    }
}
