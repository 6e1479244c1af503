package io.crmkit.bench;

import io.crmkit.servers.PostgresServer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Each operation for JMH and its profilers, on 10,000 customers; answers are left out, for tickets run out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OperationBenchmark {
    /** Which operation. */
    @Param({"REGISTER", "OPEN", "ADD_NOTE", "TIMELINE", "BY_IDENTIFIER", "LIST", "LAST_NOTES", "CONTEXT"})
    public Operation operation = Operation.LIST;

    /** Which side. */
    @Param({"library", "byHand"})
    public String side = "library";

    private @Nullable PostgresServer server;
    private @Nullable Bed bed;
    private int k;

    /** For JMH. */
    public OperationBenchmark() {}

    /** Loads the data. */
    @Setup(Level.Trial)
    public void open() {
        PostgresServer started = PostgresServer.durable();
        server = started;
        bed = new Bed(started.newDatabase(), 10_000, true);
    }

    /** Stops the server. */
    @TearDown(Level.Trial)
    public void close() {
        Objects.requireNonNull(bed).close();
        Objects.requireNonNull(server).close();
    }

    /** Does it once. */
    @Benchmark
    public List<String> run() {
        k++;
        Bed loaded = Objects.requireNonNull(bed);
        return operation.run(side.equals("library") ? loaded.library() : loaded.byHand(), loaded.data(), k);
    }
}
