using Memti.Simulation.Kernel;

namespace Memti.Simulation.Tests.Kernel;

public sealed class SchedulerTests
{
    [Fact]
    public void At_one_moment_transfers_end_then_devices_act_then_masters()
    {
        Scheduler scheduler = new();
        List<string> seen = [];
        scheduler.Call(5, EventPriority.Master, () => seen.Add("master"));
        scheduler.Call(5, EventPriority.Device, () => seen.Add("device"));
        scheduler.Call(5, EventPriority.Transfer, () => seen.Add("transfer"));
        while (scheduler.Step())
            scheduler.Now.ShouldBe(5);
        seen.ShouldBe(["transfer", "device", "master"]);
        scheduler.Events.ShouldBe(3);
    }

    [Fact]
    public void A_registered_handler_recurs_and_a_callback_runs_once()
    {
        Scheduler scheduler = new();
        int recurring = 0, once = 0;
        int kind = scheduler.Register(() => recurring++);
        for (int time = 1; time <= 40; time++)
        {
            scheduler.Schedule(time, EventPriority.Device, kind);
            scheduler.Call(time, EventPriority.Master, () => once++);
        }

        while (scheduler.Step())
        {
        }

        (recurring, once).ShouldBe((40, 40));
    }

    [Fact]
    public void Cancelled_events_never_happen_and_the_others_keep_their_order()
    {
        Scheduler scheduler = new();
        List<int> seen = [];
        int cancelled = scheduler.Register(static () => throw new InvalidOperationException("cancelled"));
        Random random = new(1);
        int[] times = [.. Enumerable.Range(0, 100).Select(_ => random.Next(30))];
        for (int index = 0; index < times.Length; index++)
        {
            int number = index;
            scheduler.Call(times[index], EventPriority.Device, () => seen.Add(number));
            scheduler.Schedule(random.Next(30), EventPriority.Device, cancelled);
        }

        scheduler.Cancel(cancelled);
        while (scheduler.Step())
        {
        }

        // Order of time, and at one moment the order of scheduling.
        seen.ShouldBe(Enumerable.Range(0, 100).OrderBy(index => times[index]));
        scheduler.Next.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void The_run_window_moves_without_moving_an_event()
    {
        Scheduler scheduler = new();
        Int128 seen = 0;
        scheduler.Call(1_000, EventPriority.Device, () => seen = scheduler.Clock.Elapsed);
        scheduler.MoveTo(400);
        scheduler.Rebase(400);
        (scheduler.Now, scheduler.Next, scheduler.Clock.Elapsed).ShouldBe((0L, 600L, (Int128)400));
        scheduler.Step();
        seen.ShouldBe(1_000);
    }
}
