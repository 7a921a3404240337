using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Runs;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>Supplies from scenario to report, with the shipped plugin.</summary>
public sealed class SupplyTests : IDisposable
{
    private const string Text = """
        memti: 1
        network: { kind: resnet26-adapters, input_px: 32, tasks: [cifar100, gtsrb] }
        accelerator: { kind: nvdla, macs: 256 }
        memories:
          activations: { kind: sram, capacity_kib: 1024, holds: [activations, input] }
          shared: { kind: rram, bits_per_cell: 1, holds: [shared] }
          adapters: { kind: sram, holds: [task_specific] }
          backing: { kind: flash, holds: [all_tasks] }
        workload: { fps: 10, duration_s: 100 }
        power: { firmware: duty-cycle }
        supply:
          source: { kind: harvester, power_uw: 2000 }
          storage: { kind: capacitor, type: tantalum, capacitance_uf: 4700, start_v: 0 }
          regulator: { kind: converter, model: battery_regulator, output_v: 1 }
          on_v: 3.0
          off_v: 2.0
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-supply-");

    public static TheoryData<string> Samples => [.. Directory
        .EnumerateFiles(Path.Combine(Built.Root, "samples", "supplies"), "*.memti.yaml")
        .Select(static file => Path.GetFileName(file)!)
        .Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_runs_and_its_energies_balance(string sample)
    {
        RunOutcome outcome = Pipeline.Run(Path.Combine(Built.Root, "samples", "supplies", sample));
        outcome.Findings.ShouldAllBe(static finding => finding.Severity == Severity.Warning);
        foreach (DesignReport design in outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs)
        {
            SupplySummary supply = design.Supply.ShouldNotBeNull();
            design.Frames.Met.ShouldBeGreaterThan(0);
            supply.Gap.ShouldBeLessThanOrEqualTo(1e-9);
            // What the regulator passed on is what the ledger has.
            supply.DeliveredJ.ShouldBe(design.OperatingPoint.EnergyMj * 1e-3, 1e-9 * supply.DeliveredJ);
            (supply.HarvestedJ + supply.StartJ).ShouldBe(
                supply.DeliveredJ + supply.LostJ + supply.QuiescentJ + supply.RefusedJ + supply.LeftJ,
                2e-9 * (supply.HarvestedJ + supply.StartJ));
        }
    }

    [Fact]
    public void The_paper_s_system_on_1000_mAh_lasts_as_the_hand_says()
    {
        DesignReport memti = Pipeline.Paper(
            "supply={ storage: { kind: battery, cell: nominal, capacity_mah: 1000, nominal_v: 3.7 }, on_v: 3.6, off_v: 3 }")["memti"];
        // 13,320 J over the mean power of the run: about 3.8 days at 40 mW.
        memti.Supply!.LifeDays!.Value.ShouldBe(13_320 / (memti.OperatingPoint.AveragePowerMw * 1e-3) / 86_400, 1e-6);
        memti.Supply.LifeDays.Value.ShouldBeInRange(3.4, 4.4);
        memti.Supply.StartJ.ShouldBe(13_320, 1e-9);
        memti.Supply.Availability.ShouldBe(1);
    }

    [Fact]
    public void The_five_designs_on_an_ideal_supply_equal_those_without_one_in_everything_else()
    {
        JsonArray without = Designs(), with = Designs(
            "--set", "supply={ storage: { kind: ideal, volts: 3.3 }, on_v: 3.0, off_v: 2.4 }");
        with.Count.ShouldBe(5);
        with.ShouldAllBe(static design => design!["supply"]!["brown_outs"]!.GetValue<long>() == 0);
        Texts(with).ShouldBe(Texts(without));

        static JsonArray Designs(params string[] set) => JsonNode.Parse(Memti.Run(
            ["run", Built.PaperScenario, "--no-sensitivity", "--format", "json", .. set]).Output)!["designs"]!.AsArray();

        static IEnumerable<string> Texts(JsonArray designs) => designs.Select(static design =>
        {
            JsonObject all = design!.AsObject();
            all.Remove("supply");
            // The gap between two sums of doubles depends on where the follower of the power divides them.
            all.Remove("ledger_gap");
            return all.ToJsonString();
        });
    }

    [Fact]
    public void The_driver_of_registers_begins_anew_after_each_brown_out_and_does_what_plans_do()
    {
        string file = Path.Combine(_folder.FullName, "registers.memti.yaml");
        File.WriteAllText(file, """
            memti: 1
            network: { kind: resnet26-adapters, width: 0.25, input_px: 32, scale: none, tasks: [{ name: signs, classes: 12 }] }
            accelerator: { kind: nvdla, macs: 64, buffer_kib: 128, clock_mhz: 200, time_model: layer_maximum }
            memories:
              shared: { kind: rram, bits_per_cell: 1, holds: [shared] }
              adapters: { kind: rram, bits_per_cell: 1, holds: [task_specific], resident_tasks: all }
              backing: { kind: flash, holds: [all_tasks] }
              activations: { kind: sram, holds: [activations, input] }
            workload: { fps: 500, sequence: [signs], duration_s: 1 }
            supply:
              source: { kind: harvester, power_uw: 5000 }
              storage: { kind: capacitor, type: mlcc, capacitance_uf: 60 }
              on_v: 3.0
              off_v: 2.0
            designs:
              plans: { power: { firmware: duty-cycle } }
              registers: { power: { firmware: registers } }
            """);
        IReadOnlyList<DesignReport> designs = Pipeline.Run(file).Report.ShouldNotBeNull().Designs;
        SupplySummary plans = designs[0].Supply!, registers = designs[1].Supply!;
        plans.ColdStarts.ShouldBeGreaterThan(10);
        (registers.ColdStarts, registers.FramesCut, registers.Inferences).ShouldBe((plans.ColdStarts, plans.FramesCut, plans.Inferences));
        designs[1].Frames.Met.ShouldBe(designs[0].Frames.Met);
    }

    [Fact]
    public void A_doorbell_at_a_frame_in_ten_seconds_lasts_for_its_idle_power_above_all()
    {
        DesignReport design = Pipeline.Run(Path.Combine(Built.Root, "samples", "supplies", "doorbell.memti.yaml")).Report!.Designs[0];
        SupplySummary cells = design.Supply!;
        // Two cells of 2500 mAh between 1.6 and 0.9 V hold 22.5 kJ; usable down to 2.0 V at the mean power of the run.
        cells.StartJ.ShouldBe((2500 * 3.6 * 2.5) + (0.5e-3 * 3.2 * 3.2), 1e-6);
        double watts = (cells.StartJ - cells.LeftJ) / design.OperatingPoint.DurationS;
        double usable = 2500 * 3.6 * ((3.2 + 2.0) / 2) * ((3.2 - 2.0) / 1.4);
        cells.LifeDays!.Value.ShouldBe(usable / watts / 86_400, 0.02 * cells.LifeDays.Value);
    }

    [Fact]
    public void A_capacitor_without_enough_light_works_in_bursts()
    {
        DesignReport design = Run().Report!.Designs[0];
        design.Supply!.ColdStarts.ShouldBeGreaterThan(1);
        // 2 mW in the mean against some 0.3 W at work.
        design.Supply.Availability.ShouldBeInRange(0.004, 0.008);
        (design.Supply.FramesInDark + design.Supply.FramesCut).ShouldBeInRange(1, design.Frames.Skipped);
        design.Supply.FirstFrameS!.Value.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_panel_that_never_starts_the_device_is_told_how_large_it_must_be()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "sun.csv"), "time_s,irradiance_w_per_m2\n0,100\n1,100\n");
        RunOutcome outcome = Run("supply.source={ recording: sun.csv, power_uw: null, panel_cm2: 0.002 }");
        Diagnostic finding = outcome.Findings.Single(static one => one.Code == "MEMTI4031");
        finding.Message.ShouldContain("panel_cm2: ");
        string area = finding.Message.Split("panel_cm2: ")[1].TrimEnd('.', '\'');
        double least = double.Parse(area, CultureInfo.InvariantCulture);
        Started(least * 1.002).ShouldBeTrue();
        Started(least * 0.99).ShouldBeFalse();
        outcome.Report!.Designs[0].Supply!.FirstFrameS.ShouldBeNull();

        bool Started(double area) => Run(
            string.Create(CultureInfo.InvariantCulture, $"supply.source={{ recording: sun.csv, power_uw: null, panel_cm2: {area} }}"))
            .Report!.Designs[0].Supply!.ColdStarts > 0;
    }

    [Theory]
    [InlineData("supply.source.power_uw=null", "MEMTI5021", "recording")]
    [InlineData("supply.storage={ kind: converter }", "MEMTI4030", "a storage")]
    [InlineData("supply.source={ kind: capacitor }", "MEMTI4030", "a source")]
    [InlineData("supply.source={ recording: none.csv, power_uw: null }", "MEMTI1002", "none.csv")]
    [InlineData("supply.source.power_uw=.nan", "MEMTI2005", "number")]
    [InlineData("supply.storage.start_v=9", "MEMTI5021", "full_v")]
    [InlineData("supply.off_v=3.1", "MEMTI2015", "on_v")]
    public void Bad_input_is_a_finding(string set, string code, string text)
    {
        RunOutcome outcome = Run(set);
        outcome.Report.ShouldBeNull();
        outcome.Findings.ShouldContain(finding => finding.Code == code && finding.Message.Contains(text));
    }

    [Fact]
    public void Two_threads_and_one_give_the_same_bytes()
    {
        string file = Write();
        Memti one = Memti.Run("run", file, "--format", "json", "--threads", "1");
        Memti two = Memti.Run("run", file, "--format", "json", "--threads", "2");
        one.ExitCode.ShouldBe(0, one.Errors);
        two.Output.ShouldBe(one.Output);
        JsonNode.Parse(one.Output)!["designs"]![0]!["supply"]!["cold_starts"]!.GetValue<long>().ShouldBeGreaterThan(0);
        Memti.Run("run", file, "--format", "csv", "--no-sensitivity").Output.ShouldContain("supply_availability");
        Memti.Run("run", file, "--no-sensitivity").Output.ShouldContain("cold starts");
    }

    [Fact]
    public void The_smallest_source_that_meets_a_target_is_found()
    {
        string file = Write();
        Memti run = Memti.Run(
            "size", file, "--supply", "source.power_uw", "--target", "missed < 30 %", "--set", "supply.storage.start_v=3", "-f", "json");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode result = JsonNode.Parse(run.Output)!;
        double smallest = result["smallest"]!["value"]!.GetValue<double>();
        result["smallest"]!["measure"]!.GetValue<double>().ShouldBeLessThan(0.3);
        result["below"]!["measure"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(0.3);
        (smallest / result["below"]!["value"]!.GetValue<double>()).ShouldBeInRange(1, 1.01);
        Memti table = Memti.Run("size", file, "--supply", "storage.capacitance_uf", "--target", "brown_outs < 1", "--to", "1e9");
        table.ExitCode.ShouldBe(0, table.Errors);
        table.Output.ShouldContain("meets 'brown_outs < 1'");
    }

    [Theory]
    [InlineData("source.power_u", "missed < 1 %", "MEMTI2010", "source.power_uw")]
    [InlineData("source.power_uw", "misses < 1", "MEMTI4032", "missed")]
    [InlineData("source.power_uw", "life > 3 %", "MEMTI4032", "% for shares")]
    [InlineData("regulator.efficiency", "missed < 0.1 %", "MEMTI4033", "--to")]
    public void A_search_that_cannot_be_is_a_finding(string key, string target, string code, string text)
    {
        Memti run = Memti.Run("size", Write(), "--supply", key, "--target", target, "--from", "0.5", "--to", "0.9");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(code);
        run.Errors.ShouldContain(text);
    }

    [Fact]
    public void A_storage_of_others_feeds_a_design()
    {
        Memti run = Memti.Run(
            "run", Write(), "--no-sensitivity", "--format", "json", "-p", Built.Sample("hello-supply"),
            "--set", "supply={ source: null, regulator: null, storage: { kind: hello-supply, full_j: 0.1 }, on_v: 3.6, off_v: 3 }");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode supply = JsonNode.Parse(run.Output)!["designs"]![0]!["supply"]!;
        supply["parts"]!["storage"]!.GetValue<string>().ShouldBe("linear storage of 0.1 J, up to 4 V");
        // From 4 to 3 V is half of its energy.
        supply["left_j"]!.GetValue<double>().ShouldBe(0.05, 1e-9);
        supply["brown_outs"]!.GetValue<long>().ShouldBe(1);
    }

    private string Write()
    {
        string file = Path.Combine(_folder.FullName, "supply.memti.yaml");
        File.WriteAllText(file, Text);
        return file;
    }

    private RunOutcome Run(params string[] overrides) => Pipeline.Run(Write(), overrides);
}
