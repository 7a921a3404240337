using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Scenarios.Designs;
using Memti.Simulation.Runs;
using Memti.Simulation.Wear;

namespace Memti.Runs.Running;

/// <summary>
/// Says which designs miss frames, and where a workload outlives its memories: one finding per memory and limit, with the region that ends
/// first and its date.
/// </summary>
internal static class MissionFindings
{
    private const double SecondsPerHour = 3600;
    private const double HoursPerDay = 24;

    /// <summary>The findings of a run: what networks leave out, missed frames of all designs, then the limits of their memories, then
    /// what a core had to assume.</summary>
    public static IEnumerable<Diagnostic> Of(RunResults results) =>
    [
        .. results.Designs.SelectMany(static design => design.Plain.Outcome.Design.Warnings).Distinct(),
        .. results.Designs
            .Where(static design => design.Plain.Outcome.Workload.Frames.Missed > 0)
            .Select(design => Missed(design, results.Scenario.File)),
        .. results.Designs.SelectMany(static design => SupplyFindings.Of(design.Plain)),
        .. results.Designs.SelectMany(static design => Of(design.Plain)),
        .. results.Designs.SelectMany(static design => LatencyFindings.Of(design.Plain)),
        .. results.Designs.SelectMany(static design => Overbooked(design.Plain)),
    ];

    private static Diagnostic Missed(DesignResults design, string file)
    {
        SimulationResult run = design.Plain.Outcome.Workload;
        string counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Frames.Missed} of {run.Frames.Total} frames: {run.Frames.Late} late, "
            + $"by {run.Frames.WorstLateness.Milliseconds:0.###} ms at worst, and {run.Frames.Skipped} skipped");
        return new Diagnostic(RunCodes.FramesMissed, $"design '{design.Name}' missed {counts}.")
        {
            Severity = Severity.Warning,
            File = file,
            Key = design.Name,
        };
    }

    /// <summary>Memories of which accelerators at work at one time want more than there is: plans know nothing of each other.</summary>
    private static IEnumerable<Diagnostic> Overbooked(CaseResult result)
    {
        SimulationResult run = result.Outcome.Workload;
        if (result.Case.Design.OtherAccelerators.Count == 0)
            yield break;
        foreach (MemorySpec memory in result.Case.Design.Memories)
        {
            double busy = run.Transfers
                .Where(transfers => transfers.Memory == memory.Name)
                .Max(static transfers => (double)transfers.BusyPicoseconds) / (double)run.Picoseconds;
            if (busy > 1)
                yield return Warning(RunCodes.MemoryOverbooked, result.Case.Design, memory, string.Create(
                    CultureInfo.InvariantCulture,
                    $"the accelerators want {busy:0.##} times of what memory '{memory.Name}' can move: their plans know nothing of each "
                        + $"other, and the times of this run cannot be"));
        }
    }

    private static IEnumerable<Diagnostic> Of(CaseResult result)
    {
        DesignScenario design = result.Case.Design;
        SimulationResult run = result.Outcome.Workload;
        foreach (MemoryWear wear in run.Wear)
        {
            MemorySpec memory = design.Memories.First(memory => memory.Name == wear.Memory);
            if (wear.ScrubSeconds > wear.RetentionSeconds)
                yield return Warning(RunCodes.ScrubTooRare, design, memory, Rare(wear));
            if (First(wear, static region => region.WornAfterSeconds) is { } worn)
                yield return Warning(RunCodes.EnduranceExceeded, design, memory, Worn(wear, worn, run.Seconds));
            if (First(wear, static region => region.FadedAfterSeconds) is { } faded)
                yield return Warning(RunCodes.RetentionExceeded, design, memory, Faded(wear, faded, run.Seconds));
        }
    }

    private static End? First(MemoryWear wear, Func<RegionWear, double?> after)
    {
        RegionWear[] ended = [.. wear.Regions.Where(region => after(region) is not null).OrderBy(after)];
        return ended.Length == 0 ? null : new End(ended[0].Name, after(ended[0])!.Value, ended.Length - 1);
    }

    private static string Rare(MemoryWear wear) => string.Create(
        CultureInfo.InvariantCulture,
        $"memory '{wear.Memory}' is scrubbed every {Duration(wear.ScrubSeconds!.Value)}, and its contents last "
            + $"{Duration(wear.RetentionSeconds!.Value)}");

    private static string Worn(MemoryWear wear, End end, double mission) => string.Create(
        CultureInfo.InvariantCulture,
        $"memory '{wear.Memory}' wears out: {end.Region} has taken its {wear.Endurance:0.###e+0} writes after "
            + $"{Duration(end.Seconds)}{Others(end)}, and the workload lasts {Duration(mission)}");

    private static string Faded(MemoryWear wear, End end, double mission) => string.Create(
        CultureInfo.InvariantCulture,
        $"the contents of memory '{wear.Memory}' fade: they last {Duration(wear.RetentionSeconds!.Value)} without being rewritten, "
            + $"{end.Region} is lost after {Duration(end.Seconds)}{Others(end)}, and the workload lasts {Duration(mission)}");

    private static string Others(End end) =>
        end.Others == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" ({end.Others} other region{(end.Others == 1 ? "" : "s")} later)");

    private static string Duration(double seconds)
    {
        double hours = seconds / SecondsPerHour;
        return hours < 2 * HoursPerDay ? Number(hours) + " hours" : Number(hours / HoursPerDay) + " days";
    }

    private static string Number(double value) => value.ToString(value >= 1000 ? "0" : "G4", CultureInfo.InvariantCulture);

    /// <summary>A warning at a memory of a design.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="design">The design.</param>
    /// <param name="memory">The memory.</param>
    /// <param name="what">What is to be said, without a stop.</param>
    public static Diagnostic Warning(string code, DesignScenario design, MemorySpec memory, string what) =>
        new(code, $"design '{design.Name}': {what}.")
        {
            Severity = Severity.Warning,
            File = memory.Component.Place.File,
            Line = memory.Component.Place.Line,
            Column = memory.Component.Place.Column,
            Key = memory.Component.Place.Key,
        };

    /// <summary>The first region of a memory to reach a limit.</summary>
    private sealed record End(string Region, double Seconds, int Others);
}
