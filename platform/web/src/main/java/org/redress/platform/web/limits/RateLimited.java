package org.redress.platform.web.limits;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public door that each client address may pass so often only: {@code web.rate-limit.burst} times
 * at once, and {@code web.rate-limit.per-minute} times in the long run; else 429 with {@code
 * Retry-After}. Behind a proxy set {@code web.trusted-proxies}, so that the address is the
 * client's.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {}
