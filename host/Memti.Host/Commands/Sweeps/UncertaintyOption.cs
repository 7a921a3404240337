using System.CommandLine;
using Memti.Runs.Sweeps.Documents;

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

    /// <summary>The study as a command asks for it.</summary>
    public static SweepStudy Apply(ParseResult parsed, SweepStudy study) => parsed.GetValue(Flag) ? study.WithUncertainty() : study;
}
