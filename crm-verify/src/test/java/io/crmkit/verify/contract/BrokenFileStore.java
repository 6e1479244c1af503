package io.crmkit.verify.contract;

import io.crmkit.spi.file.FileName;
import io.crmkit.spi.file.FileStore;
import io.crmkit.spi.file.FileStoreException;
import io.crmkit.spi.file.FileStoreException.Kind;
import io.crmkit.storage.memory.MemoryFileStore;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** File stores that are wrong in one thing, with the rules that find them out. */
enum BrokenFileStore {
    /** Not wrong. */
    NONE(Set.of()) {
        @Override
        FileStore create() {
            return MemoryFileStore.create();
        }
    },
    LEAVES_HALF_A_FILE(Set.of("contentThatCannotBeReadLeavesWhatWasThere")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void put(FileName name, long length, InputStream content) throws FileStoreException {
                    byte[] whole = new byte[(int) length];
                    int read = 0;
                    try {
                        for (int b = content.read(); b >= 0; b = content.read()) {
                            if (read == length) {
                                throw new IllegalArgumentException("longer");
                            }
                            whole[read++] = (byte) b;
                        }
                    } catch (IOException e) {
                        intact.put(name, read, new ByteArrayInputStream(whole, 0, read));
                        throw new UncheckedIOException(e);
                    }
                    intact.put(name, length, new ByteArrayInputStream(whole, 0, read));
                }
            };
        }
    },
    DOES_NOT_COUNT(Set.of("contentOfAnotherLengthIsRefusedAndLeavesWhatWasThere")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void put(FileName name, long length, InputStream content) throws FileStoreException {
                    byte[] bytes = allOf(content);
                    intact.put(name, bytes.length, new ByteArrayInputStream(bytes));
                }
            };
        }
    },
    TRANSFERS_AS_TEXT(Set.of("bytesThatMeanSomethingElsewhereStayAsTheyAre")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void put(FileName name, long length, InputStream content) throws FileStoreException {
                    intact.put(name, length, new FilterInputStream(content) {
                        @Override
                        public int read(byte[] into, int offset, int count) throws IOException {
                            int read = super.read(into, offset, count);
                            for (int i = offset; i < offset + read; i++) {
                                into[i] = into[i] == '\r' ? (byte) '\n' : into[i];
                            }
                            return read;
                        }
                    });
                }
            };
        }
    },
    KEEPS_THE_FIRST(Set.of("aFileTakesThePlaceOfTheOneBefore")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void put(FileName name, long length, InputStream content) throws FileStoreException {
                    if (intact.size(name).isEmpty()) {
                        intact.put(name, length, content);
                    }
                }
            };
        }
    },
    CLOSES_THE_CONTENT(Set.of("theContentIsNotClosed")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void put(FileName name, long length, InputStream content) throws FileStoreException {
                    intact.put(name, length, content);
                    try {
                        content.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }
    },
    BEGINS_AT_THE_START(Set.of("aFileIsReadFromAnywhere", "beyondTheEndNothingIsRead")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public InputStream open(FileName name, long from) throws FileStoreException {
                    return intact.open(name, 0);
                }
            };
        }
    },
    ENDS_EARLY(Set.of("aStoredFileComesBackAsItWas", "aFileIsReadFromAnywhere")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public InputStream open(FileName name, long from) throws FileStoreException {
                    byte[] bytes = allOf(intact.open(name, from));
                    return new ByteArrayInputStream(Arrays.copyOf(bytes, Math.min(bytes.length, 65_536)));
                }
            };
        }
    },
    TAKES_MISSING_FOR_DOWN(Set.of("aMissingFileIsSaidToBeMissing")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public InputStream open(FileName name, long from) throws FileStoreException {
                    try {
                        return intact.open(name, from);
                    } catch (FileStoreException e) {
                        throw new FileStoreException(Kind.UNAVAILABLE, e.getMessage(), e);
                    }
                }
            };
        }
    },
    DELETES_STRICTLY(Set.of("aMissingFileIsSaidToBeMissing", "aDeletedFileIsGone")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void delete(FileName name) throws FileStoreException {
                    if (intact.size(name).isEmpty()) {
                        throw new FileStoreException(Kind.MISSING, "there is no file " + name);
                    }
                    intact.delete(name);
                }
            };
        }
    },
    DELETES_NOTHING(Set.of("aDeletedFileIsGone")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public void delete(FileName name) {
                    // Says that it did.
                }
            };
        }
    },
    LISTS_THE_LAST_ONE_AGAIN(Set.of("filesAreListedInTheOrderOfTheirNames")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
                    List<FileName> found = intact.list(after, most);
                    return after.isEmpty() || most == 1_000 ? found : intact.list(Optional.empty(), most);
                }
            };
        }
    },
    LISTS_WITHOUT_ORDER(Set.of("filesAreListedInTheOrderOfTheirNames")) {
        @Override
        FileStore create() {
            return new Altered() {
                @Override
                public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
                    return intact.list(after, most).stream()
                            .sorted((a, b) -> a.value().compareToIgnoreCase(b.value()))
                            .toList();
                }
            };
        }
    },
    MIXES_WRITERS_UP(Set.of("twoWritersOfOneNameLeaveOneWholeFile")) {
        @Override
        FileStore create() {
            return new Altered() {
                private final Exchanger<byte[]> meeting = new Exchanger<>();

                @Override
                public void put(FileName name, long length, InputStream content) throws FileStoreException {
                    if (length != 150_000 && length != 150_001) {
                        super.put(name, length, content);
                        return;
                    }
                    byte[] bytes = allOf(content);
                    try {
                        byte[] others = meeting.exchange(bytes.clone(), 5, TimeUnit.SECONDS);
                        System.arraycopy(others, 0, bytes, 0, 1_000);
                    } catch (InterruptedException | TimeoutException e) {
                        throw new IllegalStateException("nobody else stores this name", e);
                    }
                    super.put(name, length, new ByteArrayInputStream(bytes));
                }
            };
        }
    };

    private final Set<String> foundOutBy;

    BrokenFileStore(Set<String> foundOutBy) {
        this.foundOutBy = foundOutBy;
    }

    abstract FileStore create();

    Set<String> foundOutBy() {
        return foundOutBy;
    }

    private static byte[] allOf(InputStream content) {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An intact store, for what is not wrong. */
    private abstract static class Altered implements FileStore {
        final MemoryFileStore intact = MemoryFileStore.create();

        @Override
        public void put(FileName name, long length, InputStream content) throws FileStoreException {
            intact.put(name, length, content);
        }

        @Override
        public InputStream open(FileName name, long from) throws FileStoreException {
            return intact.open(name, from);
        }

        @Override
        public OptionalLong size(FileName name) throws FileStoreException {
            return intact.size(name);
        }

        @Override
        public void delete(FileName name) throws FileStoreException {
            intact.delete(name);
        }

        @Override
        public List<FileName> list(Optional<FileName> after, int most) throws FileStoreException {
            return intact.list(after, most);
        }

        @Override
        public void close() {
            intact.close();
        }
    }
}
