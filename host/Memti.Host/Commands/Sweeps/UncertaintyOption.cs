using System.CommandLine;

namespace Memti.Host.Commands.Sweeps;

/// <summary>The option <c>--uncertainty</c>.</summary>
internal static class UncertaintyOption
{
    /// <summary>The option.</summary>
    public static readonly Option<bool> Flag = new("--uncertainty")
    {
        Description = "Draw every fitted or assumed number with a stated range at each point: results get an interval that 90 % of the "
            + "draws lie in, and charts show which numbers matter. The section `uncertainty` of the study sets the number of draws.",
    };
}
