package io.crmkit.verify.contract;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of a contract for one subject, by section and test, such as {@code Tickets.numbersGrowWithEveryCall}.
 *
 * @param passed tests that passed
 * @param failed tests that failed, with what they threw
 */
record ContractRun(Set<String> passed, Map<String, Throwable> failed) {

    /** Runs all tests of a class, several at a time, since most of them wait for threads of their own. */
    static ContractRun of(Class<?> contract, Map<String, String> parameters) {
        Results results = new Results();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(contract))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", "8")
                .configurationParameters(parameters)
                .build();
        LauncherFactory.create().execute(request, results);
        return new ContractRun(results.passed, results.failed);
    }

    private static final class Results implements TestExecutionListener {
        private final Set<String> passed = ConcurrentHashMap.newKeySet();
        private final Map<String, Throwable> failed = new ConcurrentHashMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = name(test);
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                failed.put(name, result.getThrowable().orElseThrow());
            } else if (test.isTest()) {
                passed.add(name);
            }
        }

        private static String name(TestIdentifier test) {
            return test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(MethodSource.class::cast)
                    .map(source -> source.getJavaClass().getSimpleName() + "." + source.getMethodName())
                    .orElse(test.getDisplayName());
        }
    }
}
