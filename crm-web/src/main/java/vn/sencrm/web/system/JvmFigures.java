package vn.sencrm.web.system;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** This server's JVM, under the names that dashboards of Java programs expect. */
final class JvmFigures {

    private static final double MILLIS = 1000;

    private JvmFigures() {}

    static void tell(MetricsText text) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        var threads = ManagementFactory.getThreadMXBean();
        text.gauge("process_start_time_seconds", "When the server was started", runtime.getStartTime() / MILLIS);
        text.gauge("process_uptime_seconds", "For how long it has run", runtime.getUptime() / MILLIS);
        text.gauge("jvm_threads_current", "Threads", threads.getThreadCount());
        text.gauge(
                "system_load_average_1m",
                "Load of the machine",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        memory(text);
        collections(text, ManagementFactory.getGarbageCollectorMXBeans());
    }

    private static void memory(MetricsText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.begin("jvm_memory_used_bytes", "gauge", "Memory in use")
                .value(heap.getUsed(), "area", "heap")
                .value(other.getUsed(), "area", "nonheap");
        text.begin("jvm_memory_max_bytes", "gauge", "The most the heap may have")
                .value(heap.getMax(), "area", "heap");
    }

    private static void collections(MetricsText text, List<GarbageCollectorMXBean> collectors) {
        text.begin("jvm_gc_collections_total", "counter", "Garbage collections");
        collectors.forEach(collector -> text.value(collector.getCollectionCount(), "gc", collector.getName()));
        text.begin("jvm_gc_seconds_total", "counter", "Time spent in them");
        collectors.forEach(collector -> text.value(collector.getCollectionTime() / MILLIS, "gc", collector.getName()));
    }
}
