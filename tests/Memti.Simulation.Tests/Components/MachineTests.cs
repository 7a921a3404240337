using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Kernel;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Tests.Components;

public sealed class MachineTests
{
    [Fact]
    public void Ids_are_places_in_the_registry()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        Component[] components = board.Machine.Components.ToArray();
        components.Select(static component => component.Id).ShouldBe(Enumerable.Range(0, components.Length));
        board.Machine.Registry.Names.Take(4).ShouldBe(["accelerator", "shared", "task", "backing"]);
        components.Count(static component => component.HasPower).ShouldBe(4);
    }

    [Fact]
    public void Power_comes_before_no_power()
    {
        ComponentRegistry registry = new();
        registry.Add("timer");
        ComponentPower power = new("core", default, default, default, default, default);
        Should.Throw<InvalidOperationException>(() => registry.Add(power));
    }

    [Fact]
    public void One_component_that_does_not_promise_keeps_the_run_from_skipping()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Machine.IsJumpable.ShouldBeTrue();
        _ = new Erratic(board.Machine);
        board.Machine.IsJumpable.ShouldBeFalse();
    }

    [Fact]
    public void What_a_component_writes_is_part_of_the_state()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        int before = board.Machine.StateLength;
        var counter = new Counter(board.Machine);
        board.Machine.StateLength.ShouldBe(before + 1);
        long[] first = State(board.Machine);
        State(board.Machine).ShouldBe(first);
        counter.Value++;
        State(board.Machine).ShouldNotBe(first);
    }

    [Fact]
    public void Counted_energy_enters_ledger_and_meter()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Machine.AdvanceTo(1_000);
        board.Machine.Spend(board.Accelerator.Id, EnergyCause.Compute, task: 1, 2e-9);
        board.Joules(board.Accelerator.Id, EnergyCause.Compute).ShouldBe(2e-9, 1e-20);
        board.Close();
    }

    [Fact]
    public void Energy_of_states_goes_to_the_task_that_a_master_has_set()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Machine.AdvanceTo(1_000);
        board.Machine.Task = 2;
        board.Machine.AdvanceTo(4_000);
        board.Machine.Task = -1;
        board.Machine.AdvanceTo(9_000);
        board.Close();
        Int128 Of(int task) => board.Machine.Ledger.Postings()
            .Single(one => one.Component == board.Accelerator.Id && one.Cause == EnergyCause.Clock && one.Task == task).Rontojoules;
        // 100 mW are 1e14 fW.
        (Of(2), Of(-1)).ShouldBe((3_000 * (Int128)100_000_000_000_000, 6_000 * (Int128)100_000_000_000_000));
    }

    [Fact]
    public void A_master_does_not_run_past_an_event()
    {
        Hardware board = Boards.Of(Systems.Hybrid());
        board.Machine.Scheduler.Call(500, EventPriority.Device, static () => { });
        board.Machine.AdvanceTo(500);
        Should.Throw<ArgumentOutOfRangeException>(() => board.Machine.AdvanceTo(501));
        Should.Throw<ArgumentOutOfRangeException>(() => board.Machine.AdvanceTo(499));
    }

    private static long[] State(Machine machine)
    {
        long[] numbers = new long[machine.StateLength];
        StateWriter state = new(numbers);
        machine.WriteState(ref state);
        state.Count.ShouldBe(numbers.Length);
        return numbers;
    }

    private sealed class Erratic(Machine machine) : Component(machine, "erratic")
    {
        public override bool IsJumpable => false;
    }

    private sealed class Counter(Machine machine) : Component(machine, "counter")
    {
        public long Value { get; set; }

        public override int StateLength => 1;

        public override void WriteState(ref StateWriter state) => state.Write(Value);
    }
}
