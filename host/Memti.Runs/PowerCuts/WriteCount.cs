using Memti.Runs.Listening;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>Counts the words that a run writes to non-volatile memories.</summary>
internal sealed class WriteCount : MachineListener
{
    /// <summary>Words so far.</summary>
    public long Words { get; private set; }

    /// <inheritdoc />
    public override void Wrote(Int128 time, in WordWrite write) => Words++;
}
