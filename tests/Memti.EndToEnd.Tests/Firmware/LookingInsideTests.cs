using System.Globalization;
using System.Text.Json.Nodes;
using Memti.EndToEnd.Tests.Debugging;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>
/// A profile and traces of a program that boots three times, calls two functions, and is down for two milliseconds in between.
/// </summary>
public sealed class LookingInsideTests
{
    private const long Boots = 3;

    [FirmwareFact]
    public void A_profile_by_time_adds_up_to_the_run_by_function()
    {
        Dictionary<string, long> stacks = Profile("time", out _);
        stacks.Keys.ShouldBe(
        [
            "[off]", "[waking]", "_start", "_start;[waiting]", "_start;main", "_start;main;add", "_start;main;sleep_ticks",
        ]);
        // Two adds, a store and a return: 1, 1, 2 and 2 cycles of 10 ns.
        stacks["_start;main;add"].ShouldBe(Boots * 60);
        stacks["[off]"].ShouldBeInRange(1_999_000, 2_000_000, "two sleeps of a millisecond, but for the way to the wait");
    }

    [FirmwareFact]
    public void A_profile_by_energy_adds_up_to_that_of_the_core()
    {
        Dictionary<string, long> stacks = Profile("energy", out JsonNode design);
        double frames = Math.Max(1, design["frames"]!["met"]!.GetValue<double>() + design["frames"]!["late"]!.GetValue<double>());
        double picojoules = new NodeReport(design).Energy("processor") * frames * 1e9;
        stacks.Values.Sum().ShouldBeInRange((long)picojoules - stacks.Count, (long)picojoules + stacks.Count, "each is rounded");
    }

    [FirmwareFact]
    public void Waves_show_the_function_that_runs()
    {
        using var firmware = new DebuggedFirmware();
        string[] lines = File.ReadAllLines(Traced(firmware, "run.vcd"));
        string code = lines.Single(static line => line.EndsWith(" function $end", StringComparison.Ordinal)).Split(' ')[3];
        string[] functions = [.. lines.Where(line => line[0] == 's' && line.EndsWith($" {code}", StringComparison.Ordinal))
            .Select(static line => line[1..].Split(' ')[0])];
        functions.Count(static name => name == "add").ShouldBe((int)Boots);
        functions.Count(static name => name == "sleep_ticks").ShouldBe((int)Boots - 1);
        functions.ShouldContain("_start");
        functions.ShouldContain("main");
    }

    [FirmwareFact]
    public void A_timeline_names_functions()
    {
        using var firmware = new DebuggedFirmware();
        byte[] trace = File.ReadAllBytes(Traced(firmware, "run.perfetto-trace"));
        foreach (string function in (string[])["_start", "main", "add", "sleep_ticks"])
            trace.AsSpan().IndexOf([(byte)function.Length, .. System.Text.Encoding.UTF8.GetBytes(function)]).ShouldBePositive(function);
    }

    private static string Traced(DebuggedFirmware firmware, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(firmware.Scenario)!, name);
        Memti run = Memti.Run("run", firmware.Scenario, "--design", "c", "--no-sensitivity", "--trace", file);
        run.ExitCode.ShouldBe(0, run.Errors);
        return file;
    }

    private static Dictionary<string, long> Profile(string measure, out JsonNode design)
    {
        using var firmware = new DebuggedFirmware();
        string file = Path.Combine(Path.GetDirectoryName(firmware.Scenario)!, "run.folded");
        Memti run = Memti.Run(
            "run", firmware.Scenario, "--design", "c", "--no-sensitivity", "--format", "json", "--profile", file, "--profile-by", measure);
        run.ExitCode.ShouldBe(0, run.Errors);
        design = JsonNode.Parse(run.Output)!["designs"]!.AsArray().Single(static one => one!["name"]!.GetValue<string>() == "c")!;
        return File.ReadAllLines(file).Select(static line => line.Split(' '))
            .ToDictionary(static words => words[0], static words => long.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
