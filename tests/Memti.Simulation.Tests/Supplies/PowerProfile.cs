using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Tests.Supplies;

/// <summary>The power of a run at its nominal voltage, and the time in which a capacitor feeds it at its own.</summary>
internal sealed class PowerProfile : IMachineListener
{
    private readonly List<(double Seconds, double Watts)> _steps = [];
    private IEnergyTotals? _totals;

    public bool WantsCalls => false;

    /// <summary>Time in which a capacitor falls from one voltage to another, by the rule of Runge and Kutta in steps of 1 us.</summary>
    /// <param name="from">Voltage at the start.</param>
    /// <param name="to">Voltage at the end.</param>
    /// <param name="farads">The capacitance.</param>
    /// <param name="nominalVolts">Voltage at which the run has its power.</param>
    /// <param name="leakage">Power that is linear in the voltage; the rest goes with its square.</param>
    public double SecondsFrom(double from, double to, double farads, double nominalVolts, double leakage)
    {
        (double time, double volts) = (0, from);
        for (int step = 0; step < _steps.Count; step++)
        {
            double end = step + 1 < _steps.Count ? _steps[step + 1].Seconds : double.PositiveInfinity;
            double work = _steps[step].Watts - leakage;
            while (time < end)
            {
                double length = Math.Min(1e-6, end - time);
                double next = After(volts, length);
                if (next <= to)
                    return time + (length * (volts - to) / (volts - next));
                (time, volts) = (time + length, next);
            }

            double Slope(double at) => -((leakage / nominalVolts) + (work * at / (nominalVolts * nominalVolts))) / farads;

            double After(double at, double length)
            {
                double a = Slope(at), b = Slope(at + (a * length / 2)), c = Slope(at + (b * length / 2)), d = Slope(at + (c * length));
                return at + (length * (a + (2 * b) + (2 * c) + d) / 6);
            }
        }

        return time;
    }

    public void Begin(MachineNames names, IEnergyTotals totals) => _totals = totals;

    public void Power(Int128 time, int component, PowerState state, long latency) => Note(time);

    public void ActivityBegan(Int128 time, in ActivityRecord activity) => Note(time);

    public void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted) => Note(time);

    public void Frame(Int128 time, in FrameRecord frame, FrameStep step) => Note(time);

    public void Task(Int128 time, int task)
    {
    }

    public void Interrupt(Int128 time, int source, bool level)
    {
    }

    public void Mark(Int128 time, uint value)
    {
    }

    public void Executes(Int128 time, bool isExecuting)
    {
    }

    public void Restarted(Int128 time, ulong entry)
    {
    }

    public void Called(Int128 time, ulong target, ulong returnsTo)
    {
    }

    public void Returned(Int128 time, ulong target)
    {
    }

    public void Jumped(Int128 from, Int128 to, long frames)
    {
    }

    public void End(Int128 time) => Note(time);

    private void Note(Int128 time) => _steps.Add(((double)time * 1e-12, _totals!.Total.Watts));
}
