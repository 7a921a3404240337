using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>A lower state takes no more power.</summary>
internal sealed class PowerStatesLaw : IMemoryLaw
{
    public string Name => "power-states-ordered";

    public string Statement => "Off takes no more power than retention, and retention no more than on, refresh included.";

    public LawFinding Check(MemorySubject subject)
    {
        MemoryFigures figures = subject.Size(CapacityLadder.Trials[0]);
        Power on = figures.OnPower + figures.RefreshPower;
        Power middle = figures.HasRetention ? figures.RetentionPower + figures.RetentionRefreshPower : on;
        string seen = FormattableString.Invariant($"off {figures.OffPower.Microwatts:0.####} uW, ")
            + (figures.HasRetention ? FormattableString.Invariant($"retention {middle.Microwatts:0.####} uW, ") : "")
            + FormattableString.Invariant($"on {on.Microwatts:0.####} uW");
        return figures.OffPower <= middle && middle <= on ? LawFinding.Pass(seen) : LawFinding.Fail(seen);
    }
}
