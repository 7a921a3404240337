using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>Streams under a program on the core, which takes them as it takes frames at one rate.</summary>
public sealed class StreamsTests
{
    private const string Workload =
        "workload={ fps: null, sequence: null, duration_s: 2, streams: { signs: { task: signs, fps: 10, priority: 2 }, "
        + "motion: { task: motion, after: signs, probability: 0.5, deadline_ms: 80 }, "
        + "textures: { task: textures, period_ms: 200, offset_ms: 40 } } }";

    [FirmwareFact]
    public void A_program_serves_the_streams_that_managed_firmware_serves()
    {
        using var folder = new TemporaryFolder();
        string scenario = NodeFirmware.ScenarioOf(folder.Root, NodeFirmware.Node(folder.Root));

        JsonNode c = Run(scenario, "c"), managed = Run(scenario, "managed");

        Counts(c).ShouldBe(Counts(managed));
        Counts(c)[0].ShouldBe("signs: 20 met of 20");
        c["frames"]!["total"]!.ToJsonString().ShouldBe(managed["frames"]!["total"]!.ToJsonString());
    }

    private static string[] Counts(JsonNode design) => [.. design["streams"]!.AsArray()
        .Select(static row => $"{row!["stream"]}: {row["met"]} met of {row["frames"]}")];

    private static JsonNode Run(string scenario, string design)
    {
        Memti run = Memti.Run("run", scenario, "--design", design, "--set", Workload, "--no-sensitivity", "--format", "json");
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonNode.Parse(run.Output)!["designs"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == design)!;
    }
}
