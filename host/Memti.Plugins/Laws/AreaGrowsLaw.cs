using Memti.Abstractions.Arrays;
using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>More contents take no less area.</summary>
internal sealed class AreaGrowsLaw()
    : GrowthLaw("area-grows", "area", "mm2", ArrayTarget.Area, static figures => figures.Area.SquareMillimetres)
{
    public override string Statement => base.Statement + " On the chip it is above zero.";

    protected override LawFinding? Exemption(MemoryFigures smallest) => smallest switch
    {
        { OnChip: false } => LawFinding.NotApplicable("it is off the chip"),
        { Area.SquareMetres: not > 0 } => LawFinding.Fail("it is on the chip and states no area above zero"),
        _ => null,
    };
}
