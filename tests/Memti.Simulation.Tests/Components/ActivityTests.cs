using Memti.Abstractions.Accelerators;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests.Components;

public sealed class ActivityTests
{
    /// <summary>A set of 8,000 bits at 125 ps a bit.</summary>
    private const long LoadTime = 1_000_000;

    private static readonly Action Nobody = static () => throw new InvalidOperationException("Nobody is called at an abort.");

    [Theory]
    [InlineData(1, 0.000001)]
    [InlineData(250_000, 0.25)]
    [InlineData(500_000, 0.5)]
    [InlineData(999_999, 0.999999)]
    public void An_aborted_load_posts_what_passed_of_it(long moment, double share)
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Loader.LoadSet(task: 1, slot: 0, Nobody).ShouldBeTrue();
        board.Machine.AdvanceTo(moment);
        board.Machine.AbortAll();
        MemoryDevice backing = board.Memories[2], working = board.Memories[1];
        board.Joules(backing.Id, EnergyCause.Reload).ShouldBe(share * 8_000e-12, 1e-21);
        board.Joules(working.Id, EnergyCause.Reload).ShouldBe(share * 16_000e-12, 1e-21);
        working.Transfers.Result().Single(static one => one.Direction == TransferDirection.Write).Bits.ShouldBe((Int128)(share * 8_000));
        board.Machine.NextEvent.ShouldBe(long.MaxValue);
        board.Close();
    }

    [Fact]
    public void A_completed_load_posts_all_of_it_and_calls()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        long end = 0;
        board.Loader.LoadSet(1, 0, () => end = board.Machine.Now);
        board.Machine.Step().ShouldBeTrue();
        end.ShouldBe(LoadTime);
        board.Joules(board.Memories[2].Id, EnergyCause.Reload).ShouldBe(8_000e-12, 1e-21);
        board.Memories[1].Slots!.TaskIn(0).ShouldBe(1);
        board.Close();
    }

    [Fact]
    public void Nothing_is_posted_before_the_end()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Loader.LoadSet(1, 0, Nobody);
        board.Machine.AdvanceTo(LoadTime / 2);
        board.Joules(board.Memories[2].Id, EnergyCause.Reload).ShouldBe(0);
        // A reader of totals sees the part that is done, on top of 500 ns at 11 mW of leakage and refresh.
        board.Machine.EnergyOf(board.Memories[2].Id).Joules.ShouldBe(4_000e-12 + 0.5e-6 * 11e-3, 1e-18);
    }

    [Fact]
    public void Half_a_set_is_no_set_and_its_first_cells_are_worn()
    {
        Hardware board = Boards.Of(Systems.Of([Systems.Task("a")], Systems.Working(isVolatile: false), Systems.Backing()));
        // Programmed at manufacture: the load replaces it.
        board.Memories[0].Slots!.TaskIn(0).ShouldBe(0);
        board.Loader.LoadSet(0, 0, Nobody);
        board.Machine.AdvanceTo(LoadTime / 2);
        board.Machine.AbortAll();
        board.Memories[0].Slots!.TaskIn(0).ShouldBe(-1);
        board.Memories[0].Slots!.SlotOf(0).ShouldBe(-1);
        MemoryWear wear = board.Memories[0].Wear.Result();
        (wear.BitsWritten, wear.Rewrites).ShouldBe(((Int128)4_000, 1L));
    }

    [Fact]
    public void An_aborted_inference_posts_half_and_does_not_count()
    {
        TaskProgram task = Systems.Task("a").Moving("backing", TransferDirection.Read, 1_000);
        Hardware board = Boards.Of(Systems.Of([task], Systems.Backing()));
        board.Accelerator.Run(0, slot: -1, exposed: 0, Nobody).ShouldBeTrue();
        board.Machine.AdvanceTo(5_000_000);
        board.Machine.AbortAll();
        // 700 nJ of the plan, all of it operations, and 1 pJ a bit.
        board.Joules(board.Accelerator.Id, EnergyCause.Compute).ShouldBe(350e-9, 1e-18);
        board.Joules(board.Memories[0].Id, EnergyCause.Read).ShouldBe(500e-12, 1e-21);
        board.Accelerator.InferencesOf(0).ShouldBe(0);
        board.Close();
    }

    [Fact]
    public void A_memory_that_loses_power_aborts_what_uses_it()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Loader.StreamSet(2, 0);
        board.Machine.AdvanceTo(LoadTime / 4);
        board.Power.SwitchDown(ComponentSet.Of(board.Memories[1].Id), retain: false);
        board.Loader.Background.IsActive.ShouldBeFalse();
        board.Memories[1].State.ShouldBe(PowerState.Off);
        board.Memories[1].Slots!.IsEmpty.ShouldBeTrue();
        board.Joules(board.Memories[2].Id, EnergyCause.Reload).ShouldBe(2_000e-12, 1e-21);
        board.Close();
    }

    [Fact]
    public void A_memory_that_nothing_uses_aborts_nothing()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Loader.StreamSet(2, 0);
        board.Machine.AdvanceTo(LoadTime / 4);
        board.Power.SwitchDown(ComponentSet.Of(board.Memories[0].Id), retain: false);
        board.Memories[0].State.ShouldBe(PowerState.Off);
        board.Loader.Background.IsActive.ShouldBeTrue();
    }

    [Fact]
    public void An_aborted_wake_up_leaves_everything_off_and_posts_its_part()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Power.PowerDown(retain: false);
        board.Power.Wake(ComponentSet.All, task: -1, Nobody).ShouldBeTrue();
        // The accelerator takes 3 us and 100 nJ.
        board.Machine.AdvanceTo(750_000);
        board.Machine.AbortAll();
        board.Accelerator.State.ShouldBe(PowerState.Off);
        board.Power.IsOn.ShouldBeFalse();
        board.Joules(board.Accelerator.Id, EnergyCause.WakeUp).ShouldBe(25e-9, 1e-18);
        board.Close();
    }

    [Fact]
    public void A_channel_does_one_thing_at_a_time()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Loader.LoadSet(0, 0, Nobody);
        Should.Throw<InvalidOperationException>(() => board.Loader.LoadSet(1, 0, Nobody));
    }

    /// <summary>Energy closes whatever is aborted and whenever, in systems of every kind.</summary>
    [Fact]
    public void The_ledger_closes_after_aborts_at_random_moments()
    {
        int aborted = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            Hardware board = Boards.Of(RandomRuns.Of(seed).System);
            for (int round = 0; round < 20; round++)
                aborted += Disturb(board, random) ? 1 : 0;
            board.Close();
        }

        aborted.ShouldBeGreaterThan(1_000);
    }

    private static bool Disturb(Hardware board, Random random)
    {
        int task = random.Next(board.Layout.Programs.Length);
        bool began = random.Next(2) == 0 || board.Layout.Programs[task].Load is null
            ? board.Accelerator.Run(task, board.Working is null ? -1 : 0, random.Next(1_000), static () => { })
            : board.Loader.LoadSet(task, random.Next(board.Layout.Slots), static () => { });
        if (!began)
            return false;
        Machine machine = board.Machine;
        machine.AdvanceTo(machine.Now + random.NextInt64(machine.NextEvent - machine.Now + 1));
        if (random.Next(3) == 0)
            return !machine.Step();
        machine.AbortAll();
        return true;
    }
}
