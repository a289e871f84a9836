package org.redress.intake.registration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.cases.CaseNumber;

/**
 * Gives out case numbers from blocks. A block is taken in a short transaction of its own, so that
 * no registration waits for another one's commit; what a stopped process had left is a gap.
 */
@ApplicationScoped
class CaseNumbers {

    private final Jdbi jdbi;
    private final int blockSize;
    private final ZoneId zone;
    private final ReentrantLock lock = new ReentrantLock();
    private Block block = new Block(LocalDate.EPOCH, 0, 0);

    CaseNumbers(
            Jdbi jdbi,
            @ConfigProperty(name = "redress.case-numbers.block-size") int blockSize,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.blockSize = blockSize;
        this.zone = zone;
    }

    /**
     * The next number of the tenant's day. Must be called before the registration's transaction
     * begins: to hold one connection and wait for a second could starve the pool.
     */
    CaseNumber next(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        lock.lock();
        try {
            if (!block.serves(day)) {
                block = QuarkusTransaction.requiringNew().call(() -> take(day));
            }
            long sequence = block.next();
            block = new Block(day, sequence + 1, block.end());
            return CaseNumber.of(day, sequence);
        } finally {
            lock.unlock();
        }
    }

    private Block take(LocalDate day) {
        long end =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        insert into case_number_day (day, next_sequence)
                                        values (:day, 1 + :size)
                                        on conflict (day) do update set next_sequence =
                                            case_number_day.next_sequence + :size
                                        returning next_sequence
                                        """)
                                .bind("day", day)
                                .bind("size", blockSize)
                                .mapTo(long.class)
                                .one());
        return new Block(day, end - blockSize, end);
    }

    /** Sequences from {@code next} up to but without {@code end}. */
    private record Block(LocalDate day, long next, long end) {

        boolean serves(LocalDate wanted) {
            return day.equals(wanted) && next < end;
        }
    }
}
