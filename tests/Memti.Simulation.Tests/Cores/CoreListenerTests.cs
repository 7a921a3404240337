using Memti.Abstractions.Units;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;
using static Memti.Simulation.Tests.Cores.Code;

namespace Memti.Simulation.Tests.Cores;

public sealed class CoreListenerTests
{
    private static readonly string[] Expected = ["restart", "call", "return", "call", "return"];

    [Fact]
    public void A_listener_that_asks_for_every_energy_at_every_moment_changes_no_result()
    {
        SimulationResult plain = Bench().Run();
        CoreBench heard = Bench();
        heard.Listener = new Auditor();

        SimulationResult result = heard.Run();

        result.Rontojoules.ShouldBe(plain.Rontojoules);
        result.Ledger.ShouldBe(plain.Ledger);
        result.Residency.ShouldBe(plain.Residency);
        result.Picoseconds.ShouldBe(plain.Picoseconds);
        result.Core.ShouldBeEquivalentTo(plain.Core);
    }

    [Fact]
    public void A_listener_hears_restarts_calls_and_returns_in_order_of_time_and_energy_of_the_moment()
    {
        Auditor auditor = new();
        CoreBench bench = Bench();
        bench.Listener = auditor;

        bench.Run();

        auditor.Calls.Take(5).ShouldBe(Expected);
        auditor.Calls.Count(static call => call == "restart").ShouldBe(3, "one for each frame");
        auditor.CoreJoules.ShouldBeInOrder();
        auditor.CoreJoules.Distinct().Count().ShouldBe(auditor.CoreJoules.Count, "each call has its own");
    }

    [Fact]
    public void A_core_is_active_while_it_executes()
    {
        SimulationResult result = Bench().Run();

        int core = result.Components.ToList().IndexOf("processor");
        double active = result.Residency.Single(time => time.Component == core && time.State == PowerState.Active).Seconds;
        active.ShouldBe((result.Core!.ActiveCycles + result.Core.StalledCycles) / 100e6, 20e-9);
    }

    /// <summary>Calls a function twice for each frame, then powers down until the next.</summary>
    private static CoreBench Bench()
    {
        CoreBench bench = new();
        bench.Program
            .Call("work").Call("work")
            .Put(CoreBench.Frame("TAKE"), 1).Put(CoreBench.Frame("COMPLETE"), 1)
            .Put(CoreBench.Power("WAKE_ENABLE"), 1).Put(CoreBench.Power("POWER_DOWN"), 1).Wfi()
            .Label("work").Addi(A0, A0, 1).Put(CoreBench.CodeBase + 0x800, 7).Word(0x0000_8067); // ret
        return bench;
    }

    private sealed class Auditor : IMachineListener
    {
        private MachineNames _names = null!;
        private IEnergyTotals _totals = null!;
        private Int128 _time;

        public List<string> Calls { get; } = [];

        public List<double> CoreJoules { get; } = [];

        public bool WantsCalls => true;

        public void Begin(MachineNames names, IEnergyTotals totals) => (_names, _totals) = (names, totals);

        public void Power(Int128 time, int component, PowerState state, long latency) => Audit(time);

        public void ActivityBegan(Int128 time, in ActivityRecord activity) => Audit(time);

        public void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted) => Audit(time);

        public void Frame(Int128 time, in FrameRecord frame, FrameStep step) => Audit(time);

        public void Task(Int128 time, int task) => Audit(time);

        public void Interrupt(Int128 time, int source, bool level) => Audit(time);

        public void Mark(Int128 time, uint value) => Audit(time);

        public void Executes(Int128 time, bool isExecuting) => Audit(time);

        public void Restarted(Int128 time, ulong entry)
        {
            Audit(time);
            Calls.Add("restart");
        }

        public void Called(Int128 time, ulong target, ulong returnsTo) => Hear(time, "call");

        public void Returned(Int128 time, ulong target) => Hear(time, "return");

        public void Jumped(Int128 from, Int128 to, long frames) => Audit(to);

        public void End(Int128 time) => Audit(time);

        private void Hear(Int128 time, string what)
        {
            Audit(time);
            Calls.Add(what);
            CoreJoules.Add(_totals.EnergyOf(_names.Core).Joules);
        }

        private void Audit(Int128 time)
        {
            time.ShouldBeGreaterThanOrEqualTo(_time);
            _time = time;
            Energy sum = Enumerable.Range(0, _names.Powered).Aggregate(default(Energy), (sum, component) => sum + _totals.EnergyOf(component));
            sum.Joules.ShouldBeGreaterThanOrEqualTo(0);
        }
    }
}
