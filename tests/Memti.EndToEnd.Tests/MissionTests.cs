using Memti.Abstractions.Diagnostics;
using Memti.Runs;
using Memti.Runs.Codes;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

/// <summary>Lifetimes of scenarios, and workloads that outlive their memories.</summary>
public sealed class MissionTests : IDisposable
{
    // One slot of RRAM; memories and workload follow.
    private const string Head = """
        memti: 1
        network: { kind: resnet26-adapters, input_px: 64, tasks: [{ name: person, classes: 2 }, { name: parcel, classes: 5 }, { name: pet, classes: 3 }] }
        accelerator: { kind: nvdla, macs: 256, clock_mhz: 500 }
        memories:
          activations: { kind: sram, capacity_kib: 1024, holds: [activations] }
          backing: { kind: dram, data_rate_mts: 1600, holds: [all_tasks, input] }
          shared: { kind: rram, bits_per_cell: 3, holds: [shared] }
          adapters: { kind: rram, bits_per_cell: 1, holds: [task_specific] }
        power: { firmware: duty-cycle }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("sequence: [person]", 3.095e6, "retention")] // loaded once, and nothing rewrites it
    [InlineData("fps: 0.1, sequence: [person, parcel]", 1e6 / 0.2, "endurance")]
    [InlineData("fps: 0.1, pattern: [[person], [parcel], [person], [person, pet]]", 1e6 / 0.1, "endurance")] // 4 loads in 4 frames
    public void The_slot_lasts_as_long_whatever_is_simulated(string workload, double seconds, string bound)
    {
        foreach (int duration in (int[])[40, 3600, 31_536_000])
            foreach (bool jump in (bool[])[true, false])
                if (jump || duration <= 3600)
                {
                    RegionLifetime life = Run($"workload: {{ {workload}, duration_s: {duration} }}", jump).Report!.Designs[0].Lifetimes[1];
                    (life.Memory, life.Region, life.Bound).ShouldBe(("adapters", "slot 0", bound));
                    (life.Years!.Value * 365.25 * 86400).ShouldBe(seconds, seconds * 1e-9);
                }
    }

    [Fact]
    public void The_first_load_is_not_wear_of_every_second()
    {
        RegionLifetime[] lives = [.. ((int[])[10, 3600, 31_536_000])
            .Select(duration => Run($"workload: {{ sequence: [person], duration_s: {duration} }}").Report!.Designs[0].Lifetimes[1])];
        lives.ShouldAllBe(life => life == lives[0]);
        (lives[0].WritesPerCell, lives[0].WritesOnce, lives[0].WritesPerDay).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void Deployments_and_resident_slots_do_not_make_it_depend_on_the_duration()
    {
        const string Slots =
            "designs: { two: { memories: { adapters: { resident_tasks: 2 } } }, all: { memories: { adapters: { resident_tasks: all } } } }";
        double?[][] years = [.. ((int[])[100, 5000, 31_536_000]).Select(duration => Run(
            $"workload: {{ fps: 0.1, duration_s: {duration}, deployments: [{{ at_s: 50, task: person }}, {{ at_s: 60, task: pet }}] "
                + $"}}\n{Slots}")
            .Report!.Designs.Select(static design => design.Lifetimes[1].Years).ToArray())];
        years.ShouldAllBe(one => one.SequenceEqual(years[0]));
        // three loads a frame in two slots, two writes in the field
        years[0][0]!.Value.ShouldBe((1e6 - 2) / (0.3 / 2) / (365.25 * 86400), 1e-6);
        (years[0][1]!.Value * 365.25 * 86400).ShouldBe(3.095e6, 1);
    }

    [Fact]
    public void A_workload_that_outlives_endurance_or_retention_is_a_finding_with_its_date()
    {
        Diagnostic[] findings = [.. Run("""
            workload: { fps: 0.1, sequence: [person, parcel], duration_s: 157788000 }
            designs:
              as-shipped: {}
              nine-hours: { memories: { shared: { retention_years: 0.001 } } }
              hundred-years: { memories: { shared: { retention_years: 100 } } }
            """).Findings];

        findings.ShouldAllBe(static finding => finding.Severity == Severity.Warning && finding.Line > 0);
        findings.Select(static finding => (finding.Code, finding.Key)).ShouldBe(
        [
            (RunCodes.RetentionExceeded, "memories.shared"),
            (RunCodes.EnduranceExceeded, "memories.adapters"),
            (RunCodes.RetentionExceeded, "designs.nine-hours.memories.shared"),
            (RunCodes.EnduranceExceeded, "memories.adapters"),
            (RunCodes.EnduranceExceeded, "memories.adapters"),
        ]);
        findings[0].Message.ShouldContain("after 35.82 days");
        findings[2].Message.ShouldContain("after 8.766 hours");
        findings[4].Message.ShouldContain("'hundred-years': memory 'adapters' wears out: slot 0");
        findings[4].Message.ShouldContain("after 57.87 days"); // 1e6 writes at two in ten seconds
    }

    [Fact]
    public void A_workload_that_ends_before_is_none() =>
        Run("workload: { fps: 0.1, sequence: [person, parcel], duration_s: 3000000 }").Findings.ShouldBeEmpty();

    [Fact]
    public void A_set_that_is_deployed_fades_later()
    {
        Diagnostic finding = Run("""
            workload: { fps: 0.1, duration_s: 5000000, deployments: [{ at_s: 1000000, task: person }, { at_s: 1000001, task: parcel }, { at_s: 1000002, task: pet }] }
            designs: { all: { memories: { adapters: { resident_tasks: all }, shared: { retention_years: 1 } } } }
            """).Findings.ShouldHaveSingleItem();
        finding.Message.ShouldContain("memory 'adapters'");
        finding.Message.ShouldContain("after 47.4 days"); // 1e6 s and 35.82 days
    }

    [Fact]
    public void A_scrubbed_memory_meets_its_retention_and_pays_in_energy_and_wear()
    {
        RunOutcome outcome =
            Run(
                "workload: { fps: 0.1, sequence: [person], duration_s: 31557600 }\ndesigns: { weekly: { memories: { shared: { scrub: { "
                    + "every_days: 7 } }, adapters: { scrub: { every_days: 30 } } } } }");

        outcome.Findings.ShouldBeEmpty();
        DesignReport design = outcome.Report!.Designs[0];
        design.Lifetimes
            .Select(static life => (life.Memory, life.ScrubDays, life.WritesPerCell, life.Bound))
            .ShouldBe([("shared", 7, 52, "endurance"), ("adapters", 30, 13, "endurance")]);
        (design.Figures.LifetimeYears!.Value * 365.25).ShouldBe(7e6, 1e-3);
        design.Energy.Where(static post => post.Cause == "scrub").Sum(static post => post.MillijoulesPerFrame).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_code_of_the_images_adds_check_bits_to_a_scrubbed_memory()
    {
        // one array for both
        const string Workload =
            "workload: { fps: 0.1, duration_s: 1000000 }\ndesigns: { a: { memories: { shared: { capacity_kib: 8192, scrub: { "
                + "every_days: 7 } } } } }\n";
        DesignReport plain = Run(Workload).Report!.Designs[0];
        DesignReport coded = Run(Workload + "images: { shared: { ecc: { code: secded } } }").Report!.Designs[0];
        double ratio =
            coded.Memories.Single(static memory => memory.Memory == "shared").ContentsKib
                / plain.Memories.Single(static memory => memory.Memory == "shared").ContentsKib;
        ratio.ShouldBe(72 / 64.0, 1e-4);
        (Scrub(coded) / Scrub(plain)).ShouldBeInRange(72 / 64.0, 1.5);
    }

    [Fact]
    public void A_scrub_that_comes_too_late_is_a_finding()
    {
        Diagnostic[] findings =
            [.. Run(
                "workload: { fps: 0.1, sequence: [person], duration_s: 4000000 }\ndesigns: { a: { memories: { shared: { scrub: { "
                    + "every_days: 40 } }, adapters: { retention_years: 1 } } } }").Findings];
        findings.Select(static finding => finding.Code).ShouldBe([RunCodes.ScrubTooRare, RunCodes.RetentionExceeded]);
        findings[0].Message.ShouldContain("every 40 days");
    }

    [Theory]
    [InlineData("activations: { scrub: { every_days: 1 } }", "memories.activations.scrub")]
    [InlineData("backing: { scrub: { every_days: 1 } }", "memories.backing.scrub")]
    [InlineData("activations: { writes: differential }", "memories.activations.writes")]
    [InlineData("shared: { writes: differential }", "memories.shared.writes")]
    public void What_a_memory_cannot_do_is_refused(string memory, string key)
    {
        string file = Path.Combine(_folder.FullName, "mission.memti.yaml");
        File.WriteAllText(file, $"{Head}designs: {{ a: {{ memories: {{ {memory} }} }} }}");
        Diagnostic finding = Pipeline.Run(file).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Key).ShouldBe((RunCodes.MemoryCannotDo, key));
        finding.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Writing_only_what_changes_saves_about_half_of_single_level_cells()
    {
        const string Workload =
            "workload: { fps: 1, duration_s: 100 }\ndesigns: { blind: {}, differential: { memories: { adapters: { writes: differential "
                + "} } } }";
        DesignReport[] designs = [.. Run(Workload).Report!.Designs];
        double Switches(DesignReport design) =>
            design.Energy
                .Where(static post => post is { Cause: "task_switch_write", Component: "adapters" })
                .Sum(static post => post.MillijoulesPerFrame);
        (Switches(designs[1]) / Switches(designs[0])).ShouldBeInRange(0.5, 0.75); // half of the cells, and a read of all
        designs[1].Memories
            .Single(static memory => memory.Memory == "adapters").Writes
            .ShouldBe("cells that change, levels equally likely");
    }

    private static double Scrub(DesignReport design) =>
        design.Energy.Where(static post => post.Cause == "scrub").Sum(static post => post.MillijoulesPerFrame);

    private RunOutcome Run(string rest, bool jump = true)
    {
        string file = Path.Combine(_folder.FullName, "mission.memti.yaml");
        File.WriteAllText(file, Head + rest);
        RunOutcome outcome = Pipeline.Run(new RunRequest { ScenarioFile = file, Sensitivity = false, Jump = jump });
        outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings));
        return outcome;
    }
}
