using System.Globalization;
using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Runs.Codes;
using Memti.Simulation.Runs;

namespace Memti.Runs.Sizing;

/// <summary>A limit that a supply has to keep: <c>missed &lt; 0.1 %</c>.</summary>
/// <param name="Measure">What is limited.</param>
/// <param name="IsUpper">True for an upper limit.</param>
/// <param name="IsStrict">True when the limit itself does not meet it.</param>
/// <param name="Limit">The limit: a share, days, seconds or a number.</param>
/// <param name="Text">As it was written.</param>
public sealed partial record SizeTarget(TargetMeasure Measure, bool IsUpper, bool IsStrict, double Limit, string Text)
{
    private const string Form =
        "a measure (missed, dropped, availability, life, brown_outs, first_frame), <, <=, > or >=, and a number, with % for shares";

    private static readonly EnumWords Measures = new(typeof(TargetMeasure));

    /// <summary>Reads a target.</summary>
    /// <exception cref="MemtiException"><see cref="RunCodes.BadTarget"/>.</exception>
    public static SizeTarget Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = Pattern().Match(text);
        if (!match.Success || Measures.Find(match.Groups["measure"].Value, out _) is not TargetMeasure measure)
            throw Bad(text);
        bool isPercent = match.Groups["percent"].Length > 0;
        bool isShare = measure is TargetMeasure.Missed or TargetMeasure.Dropped or TargetMeasure.Availability;
        double limit = double.Parse(match.Groups["limit"].Value, CultureInfo.InvariantCulture);
        if (isPercent && !isShare)
            throw Bad(text);
        string comparison = match.Groups["comparison"].Value;
        return new(measure, comparison[0] == '<', comparison.Length == 1, isPercent ? limit / 100 : limit, text.Trim());
    }

    /// <summary>The measure of a run.</summary>
    public double Of(SimulationResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        double frames = Math.Max(1, run.Frames.Total - run.Frames.Empty);
        return Measure switch
        {
            TargetMeasure.Missed => run.Frames.Missed / frames,
            TargetMeasure.Dropped => run.Frames.Skipped / frames,
            TargetMeasure.Availability => 1 - (run.Supply!.DarkSeconds / run.Seconds),
            TargetMeasure.Life => run.Supply!.LifeSeconds / 86400,
            TargetMeasure.BrownOuts => run.Supply!.BrownOuts,
            _ => run.Supply!.FirstFrameSeconds ?? double.PositiveInfinity,
        };
    }

    /// <summary>True when a measure meets the target.</summary>
    public bool IsMet(double measure) => IsUpper
        ? measure < Limit || (!IsStrict && measure == Limit)
        : measure > Limit || (!IsStrict && measure == Limit);

    [GeneratedRegex(
        @"^\s*(?<measure>[a-z_]+)\s*(?<comparison><=|>=|<|>)\s*(?<limit>[0-9]{1,15}(\.[0-9]{1,15})?)\s*(?<percent>%?)\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    private static MemtiException Bad(string text) => new(new Diagnostic(
        RunCodes.BadTarget, $"target '{text}' cannot be understood; permitted: {Form}.")
    { Value = text, Permitted = Form });
}
