using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Tests;

public sealed class ListenerTests
{
    private readonly Recorder _recorder = new();

    [Fact]
    public void Listening_changes_nothing()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            SimulationResult silent = Run(seed, null);
            SimulationResult heard = Run(seed, new Recorder());
            heard.Ledger.ShouldBe(silent.Ledger);
            heard.Residency.ShouldBe(silent.Residency);
            heard.Integral.ShouldBe(silent.Integral);
        }
    }

    [Fact]
    public void Time_never_runs_back_and_every_activity_ends()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Recorder recorder = new();
            SimulationResult result = Run(seed, recorder);
            recorder.Times.ShouldBe(recorder.Times.Order());
            recorder.Open.ShouldBe(0);
            recorder.Inferences.ShouldBe(result.Inferences.Sum());
        }
    }

    [Fact]
    public void Totals_at_the_end_are_those_of_the_result()
    {
        SimulationResult result = Systems.Run(
            Systems.Hybrid(), Systems.Frames(20), Systems.DutyCycle(), new() { Jump = false, Listener = _recorder });
        _recorder.Total.ShouldBe(result.Energy.Joules, 1e-15);
    }

    [Fact]
    public void Frames_powers_and_tasks_are_told()
    {
        SimulationResult result = Systems.Run(
            Systems.Hybrid(), Systems.Frames(20), Systems.DutyCycle(), new() { Jump = false, Listener = _recorder });
        _recorder.Names!.Components.Take(4).ShouldBe(["accelerator", "shared", "task", "backing"]);
        _recorder.Names.Memories.ShouldBe([1, 2, 3]);
        (_recorder.Delivered, _recorder.Completed).ShouldBe((20, 20));
        _recorder.AcceleratorOff.ShouldBe((int)result.PowerDowns);
        _recorder.Tasks.Take(3).ShouldBe([0, -1, 1]);
    }

    [Fact]
    public void A_skip_is_told()
    {
        SimulationResult result = Systems.Run(
            Systems.Hybrid(), Systems.Frames(10_000), Systems.DutyCycle(), new() { Listener = _recorder });
        _recorder.Jumped.ShouldBe(result.FramesJumped);
        _recorder.Jumped.ShouldBeGreaterThan(9_000);
    }

    private static SimulationResult Run(int seed, Recorder? recorder)
    {
        var (system, workload, firmware) = RandomRuns.Of(seed);
        return new Simulator(system, workload, firmware, new() { Jump = false, Listener = recorder }).Run();
    }

    private sealed class Recorder : IMachineListener
    {
        private IEnergyTotals? _totals;

        public List<Int128> Times { get; } = [];

        public List<int> Tasks { get; } = [];

        public MachineNames? Names { get; private set; }

        public int Open { get; private set; }

        public long Inferences { get; private set; }

        public int Delivered { get; private set; }

        public int Completed { get; private set; }

        public int AcceleratorOff { get; private set; }

        public long Jumped { get; private set; }

        public double Total { get; private set; }

        public void Begin(MachineNames names, IEnergyTotals totals) => (Names, _totals) = (names, totals);

        public bool WantsCalls => false;

        public void Power(Int128 time, int component, PowerState state, long latency)
        {
            Hear(time);
            AcceleratorOff += component == 0 && state == PowerState.Off ? 1 : 0;
        }

        public void ActivityBegan(Int128 time, in ActivityRecord activity)
        {
            Hear(time);
            Open++;
        }

        public void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted)
        {
            Hear(time);
            aborted.ShouldBeFalse();
            Open--;
            Inferences += activity.Kind == ActivityKind.Inference ? 1 : 0;
        }

        public void Frame(Int128 time, in FrameRecord frame, FrameStep step)
        {
            Hear(time);
            Delivered += step == FrameStep.Delivered ? 1 : 0;
            Completed += step == FrameStep.Completed ? 1 : 0;
        }

        public void Task(Int128 time, int task)
        {
            Hear(time);
            Tasks.Add(task);
        }

        public void Interrupt(Int128 time, int source, bool level) => Hear(time);

        public void Mark(Int128 time, uint value) => Hear(time);

        public void Executes(Int128 time, bool isExecuting) => Hear(time);

        public void Restarted(Int128 time, ulong entry) => Hear(time);

        public void Called(Int128 time, ulong target, ulong returnsTo) => Hear(time);

        public void Returned(Int128 time, ulong target) => Hear(time);

        void IMachineListener.Jumped(Int128 from, Int128 to, long frames)
        {
            (to > from).ShouldBeTrue();
            Jumped += frames;
        }

        public void End(Int128 time)
        {
            Hear(time);
            Total = Enumerable.Range(0, Names!.Powered).Sum(component => _totals!.EnergyOf(component).Joules);
        }

        private void Hear(Int128 time)
        {
            Times.Add(time);
            // Asked at every turn: to read energies must not change them.
            _ = _totals!.EnergyOf(0);
        }
    }
}
