package io.crmkit.verify.planted.spi;

import io.crmkit.verify.planted.ticket.Leaky;
import io.crmkit.verify.planted.ticket.internal.DefaultPlanted;

/** Knows an internal class, has a default method and too many methods, and is part of a cycle. */
public interface Store {
    void a();

    void b();

    void c();

    void d();

    void e();

    void f();

    void g();

    void h();

    void i(DefaultPlanted internal);

    void j(Leaky api);

    default void k() {}
}
