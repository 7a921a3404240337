using Memti.Simulation.Kernel;

namespace Memti.Simulation.Tests;

public class EventQueueTests
{
    [Fact]
    public void Events_come_by_time_then_priority_then_order_of_scheduling()
    {
        EventQueue queue = new();
        queue.Schedule(5, 1, 10);
        queue.Schedule(5, 0, 11);
        queue.Schedule(5, 1, 12);
        queue.Schedule(4, 9, 13);
        queue.Schedule(5, 0, 14);

        Kinds(queue).ShouldBe([13, 11, 14, 10, 12]);
    }

    [Fact]
    public void Any_mix_comes_out_as_a_stable_sort_would_put_it() =>
        Prop.ForAll<(byte Time, byte Priority)[]>(events =>
        {
            EventQueue queue = new(capacity: 1);
            for (int kind = 0; kind < events.Length; kind++)
                queue.Schedule(events[kind].Time % 8, (byte)(events[kind].Priority % 4), kind);
            IEnumerable<int> kinds = Enumerable.Range(0, events.Length);
            return Kinds(queue).SequenceEqual(kinds.OrderBy(kind => events[kind].Time % 8).ThenBy(kind => events[kind].Priority % 4));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rebasing_moves_every_event_and_keeps_their_order()
    {
        EventQueue queue = new();
        queue.Schedule(100, 0, 1);
        queue.Schedule(90, 0, 2);
        queue.Rebase(50);

        queue.TryDequeue(out ScheduledEvent first).ShouldBeTrue();
        first.ShouldBe(new(40, 2));
        queue.TryDequeue(out ScheduledEvent second).ShouldBeTrue();
        second.ShouldBe(new(50, 1));
        queue.TryDequeue(out _).ShouldBeFalse();
    }

    [Fact]
    public void A_grown_queue_allocates_nothing()
    {
        EventQueue queue = new(capacity: 4);
        Turn(queue);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Turn(queue);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Turn(EventQueue queue)
    {
        for (int kind = 0; kind < 100; kind++)
            queue.Schedule(kind * 7 % 13, 0, kind);
        while (queue.TryDequeue(out _))
        {
        }
    }

    private static List<int> Kinds(EventQueue queue)
    {
        List<int> kinds = [];
        while (queue.TryDequeue(out ScheduledEvent next))
            kinds.Add(next.Kind);
        return kinds;
    }
}
