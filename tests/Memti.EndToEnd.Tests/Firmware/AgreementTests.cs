using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>
/// Firmware in C does what the managed duty-cycle policy does on the same system: only the core, and the time that its driver takes, cost
/// more.
/// </summary>
public sealed class AgreementTests
{
    private const double FrameMilliseconds = 1000.0 / 30;

    /// <summary>The engine of 64 MACs between inferences (docs/models/nvdla.md): 21 mW at 16 nm and 1 GHz, to 22 nm, 200 MHz, idle.</summary>
    private const double EngineMilliwatts = 21 * 22.0 / 16 * 0.2 * 0.9;

    /// <summary>Memories that wake with the core, because the executable has segments in them.</summary>
    private static readonly string[] WithCore = ["code", "shared", "backing"];

    /// <summary>Memories that firmware wakes together with the accelerator.</summary>
    private static readonly string[] WithAccelerator = ["adapters", "activations"];

    /// <summary>Memories that hold no program and no variables.</summary>
    private static readonly string[] Alike = ["shared", "backing", "adapters", "activations"];

    private static readonly Lazy<(NodeReport Managed, NodeReport C)> Reports = new(Run);

    private static NodeReport Managed => Reports.Value.Managed;

    private static NodeReport C => Reports.Value.C;

    [FirmwareFact]
    public void Frames_are_the_same()
    {
        foreach (string number in (string[])["total", "met", "late", "skipped", "empty", "delivered_fps"])
            C.Design["frames"]![number]!.ToJsonString().ShouldBe(Managed.Design["frames"]![number]!.ToJsonString(), number);
        C.Design["frames"]!["met"]!.GetValue<long>().ShouldBe(300);
    }

    [FirmwareFact]
    public void Power_downs_and_reloads_are_the_same()
    {
        // The reload bytes are counted as wear of the slot.
        C.PowerOf("power_downs").ShouldBe(Managed.PowerOf("power_downs"));
        C.Design["reload_bytes_per_frame"]!.ToJsonString().ShouldBe(Managed.Design["reload_bytes_per_frame"]!.ToJsonString());
        C.Design["reload_bytes_per_frame"]!.GetValue<double>().ShouldBeGreaterThan(100_000);
    }

    [FirmwareFact]
    public void Inferences_and_reloads_take_the_same_energy()
    {
        foreach (string memory in Alike)
            C.EnergyOfWork(memory).ShouldBe(Managed.EnergyOfWork(memory), Managed.EnergyOfWork(memory) * 1e-9, memory);
        C.Energy("nvdla", "compute").ShouldBe(Managed.Energy("nvdla", "compute"), Managed.Energy("nvdla", "compute") * 1e-9);
        C.EnergyOfWork("nvdla").ShouldBe(Managed.EnergyOfWork("nvdla"), 1e-12);
    }

    [FirmwareFact]
    public void The_rest_of_the_energy_is_that_of_the_core_and_of_the_time_of_its_driver()
    {
        double expected = Managed.EnergyPerFrame + C.Energy("processor");
        foreach (string memory in (string[])[.. Alike, "code", "data"])
            expected += C.EnergyOfWork(memory) - Managed.EnergyOfWork(memory) + EnergyOfLongerTime(memory);
        expected += EnergyOfLongerTime("nvdla", Longer("adapters"));
        C.EnergyPerFrame.ShouldBe(expected, Managed.EnergyPerFrame * 1e-6);
    }

    [FirmwareFact]
    public void What_is_woken_together_is_on_for_the_same_time()
    {
        foreach (string memory in WithCore)
            Longer(memory).ShouldBe(Longer("code"), FrameMilliseconds * 1e-6, memory);
        foreach (string memory in WithAccelerator)
            Longer(memory).ShouldBe(Longer("adapters"), FrameMilliseconds * 1e-6, memory);
        Longer("code").ShouldBeGreaterThan(Longer("data"), "start.S wakes the variables");
        Longer("data").ShouldBeGreaterThan(Longer("adapters"), "main wakes the rest");
        Longer("adapters").ShouldBeInRange(0.1, 1, "the driver takes time");
    }

    [FirmwareFact]
    public void The_break_even_time_of_the_firmware_is_that_of_the_managed_policy()
    {
        string makefile = File.ReadAllText(Path.Combine(NodeFirmware.Folder, "Makefile"));
        double nanoseconds = double.Parse(
            Regex.Match(makefile, @"BREAK_EVEN_NS \?= (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        nanoseconds.ShouldBe(Math.Ceiling(Managed.PowerOf("break_even_ms") * 1e6));
    }

    private static (NodeReport Managed, NodeReport C) Run()
    {
        using var folder = new TemporaryFolder();
        string scenario = NodeFirmware.ScenarioOf(folder.Root, NodeFirmware.Node(folder.Root));
        Memti memti = Memti.Run("run", scenario, "--format", "json", "--no-sensitivity");
        memti.ExitCode.ShouldBe(0, memti.Errors);
        Dictionary<string, NodeReport> designs = JsonNode.Parse(memti.Output)!["designs"]!.AsArray()
            .ToDictionary(static design => design!["name"]!.GetValue<string>(), static design => new NodeReport(design!));
        return (designs["managed"], designs["c"]);
    }

    /// <summary>Milliseconds per frame for which a memory is on with firmware in C, beyond those with the managed policy.</summary>
    private static double Longer(string memory)
    {
        double on = Managed.PowerOf("awake_share") * FrameMilliseconds;
        double power = Managed.Energy(memory, "leakage") / on;
        double offPower = Managed.Energy(memory, "off") / (FrameMilliseconds - on);
        double longer = (C.Energy(memory, "leakage") / power) - on;
        // The time off is shorter by as much: one time explains both energies.
        C.Energy(memory, "off").ShouldBe(offPower * (FrameMilliseconds - on - longer), offPower * FrameMilliseconds * 1e-6, memory);
        return longer;
    }

    private static double EnergyOfLongerTime(string component, double? milliseconds = null)
    {
        double on = Managed.PowerOf("awake_share") * FrameMilliseconds;
        double power = component == "nvdla" ? EngineMilliwatts / 1000 : Managed.Energy(component, "leakage") / on;
        double offPower = Managed.Energy(component, "off") / (FrameMilliseconds - on);
        return (power - offPower) * (milliseconds ?? Longer(component));
    }
}
