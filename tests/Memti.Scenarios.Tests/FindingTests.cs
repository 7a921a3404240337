using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Codes;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Tests.Fakes;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Tests;

public sealed class FindingTests
{
    [Theory]
    [InlineData("macs: 1024", "macs: 0", "accelerator.macs", "1 to 65536", 5)]
    [InlineData("macs: 1024", "macs: 3000000000", "accelerator.macs", "1 to 65536", 5)]
    [InlineData(
        "input_px: 64", "weight_seed: 9223372036854775808", "network.weight_seed", "-9223372036854775808 to 9223372036854775807", 4)]
    [InlineData("bits_per_cell: 3", "bits_per_cell: 6", "memories.shared.bits_per_cell", "1 to 4", 8)]
    [InlineData("bits_per_cell: 3", "set_pulse_ns: -1", "memories.shared.set_pulse_ns", "0 to 1000000", 8)]
    [InlineData("bits_per_cell: 3", "endurance: 0.5", "memories.shared.endurance", "at least 1", 8)]
    [InlineData("bits_per_cell: 3", "layout: one_transistr", "memories.shared.layout", "one_transistor", 8)]
    [InlineData("bits_per_cell: 3", "layout: zzzzzzzzzz", "memories.shared.layout", "crosspoint, one_transistor", 8)]
    [InlineData("capacity_kib: 2048", "capacity_kib: -2048", "memories.activations.capacity_kib", "at least 1", 10)]
    [InlineData("capacity_kib: 2048", "capacity_kib: 1e300", "memories.activations.capacity_kib", "1 to 1123046875000000", 10)]
    [InlineData("seed: 7", "seed: -1", "seed", "0 to 9223372036854775807", 3)]
    [InlineData("seed: 7", "seed: 9223372036854775808", "seed", "0 to 9223372036854775807", 3)]
    [InlineData("fps: 30", "fps: 0", "workload.fps", FrameRateText.Permitted, 12)]
    [InlineData("fps: 30", "fps: 100001", "workload.fps", FrameRateText.Permitted, 12)]
    [InlineData("fps: 30", "fps: 29.9700000001", "workload.fps", FrameRateText.Permitted, 12)]
    [InlineData("duration_s: 3600", "duration_s: 0", "workload.duration_s", "more than 0, up to 3200000000", 13)]
    [InlineData("duration_s: 3600", "duration_s: 4e9", "workload.duration_s", "more than 0, up to 3200000000", 13)]
    [InlineData("duration_s: 3600", "frames: 0", "workload.frames", "1 to 1000000000000000", 13)]
    [InlineData("fps: 30", "frames: 30", "workload.frames", "either duration_s or frames", 12)]
    [InlineData("fps: 30", "order: shufled", "workload.order", "shuffled", 12)]
    [InlineData(
        "fps: 30",
        "deployments: [{at_s: 3600, task: gtsrb}]",
        "workload.deployments[0].at_s",
        "0 to 3599.9666666666667, the start of the last frame with a task",
        12)]
    [InlineData(
        "fps: 30",
        "deployments: [{at_s: -1, task: gtsrb}]",
        "workload.deployments[0].at_s",
        "0 to 3599.9666666666667, the start of the last frame with a task",
        12)]
    [InlineData("holds: [shared]", "holds: [shard]", "memories.shared.holds[0]", "shared", 8)]
    [InlineData(
        "holds: [task_specific]", "holds: [task_specific], resident_tasks: 4097", "memories.task.resident_tasks", "1 to 4096, or all", 9)]
    [InlineData(
        "holds: [task_specific]",
        "holds: [task_specific], pinned: [gtsrb, gtsrb], resident_tasks: 3",
        "memories.task.pinned[1]",
        "each task once; 'gtsrb' is there twice",
        9)]
    [InlineData(
        "holds: [task_specific]",
        "holds: [task_specific], pinned: [gtsrb]",
        "memories.task.pinned",
        "at most 0 tasks: of 1 resident tasks one is left for those that are not pinned",
        9)]
    [InlineData(
        "holds: [task_specific]",
        "holds: [task_specific], resident_tasks: 2, pinned: [gtsrb, ucf101]",
        "memories.task.pinned",
        "at most 1 tasks: of 2 resident tasks one is left for those that are not pinned",
        9)]
    [InlineData("fps: 30", "pattern: [[], []]", "workload.pattern", "a list with at least one frame that has a task", 12)]
    [InlineData(
        "holds: [task_specific]",
        "holds: [task_specific], scrub: { every_days: 0 }",
        "memories.task.scrub.every_days",
        "0.001 to 36525",
        9)]
    [InlineData("holds: [task_specific]", "holds: [task_specific], writes: some", "memories.task.writes", "blind, differential", 9)]
    [InlineData("[cifar100, gtsrb,", "[cifar100, cifar100,", "network.tasks[1]", "each task once; 'cifar100' is there twice", 4)]
    [InlineData("classes: 101", "classes: 1", "network.tasks[2].classes", "2 to 1000000", 4)]
    [InlineData("  shared:", "  sha.red:", "memories.sha.red", "1 to 64 letters, digits, hyphens and underscores", 8)]
    public void A_value_outside_its_range_is_MEMTI2004(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DiagnosticCode.ValueOutOfRange, key, permitted, line);

    [Theory]
    [InlineData("macs: 1024", "macs: many", "accelerator.macs", "a whole number", 5)]
    [InlineData("macs: 1024", "macs: '1024'", "accelerator.macs", "a whole number", 5)]
    [InlineData("macs: 1024", "macs: 10.5", "accelerator.macs", "a whole number", 5)]
    [InlineData("macs: 1024", "macs: [1]", "accelerator.macs", "a whole number", 5)]
    [InlineData("macs: 1024", "clock_mhz: .inf", "accelerator.clock_mhz", "a number", 5)]
    [InlineData("macs: 1024", "clock_mhz: 1e999", "accelerator.clock_mhz", "a number", 5)]
    [InlineData("macs: 1024", "clock_mhz: 1_000", "accelerator.clock_mhz", "a number", 5)]
    [InlineData("bits_per_cell: 3", "verify: yes", "memories.shared.verify", "true or false", 8)]
    [InlineData("bits_per_cell: 3", "cell: [a]", "memories.shared.cell", "text", 8)]
    [InlineData("bits_per_cell: 3", "endurance: .nan", "memories.shared.endurance", "a number", 8)]
    [InlineData("accelerator: { kind: nvdla, macs: 1024 }", "accelerator: nvdla", "accelerator", "a mapping", 5)]
    [InlineData(
        "tasks: [cifar100, gtsrb, {name: ucf101, classes: 101}]", "tasks: cifar100", "network.tasks", "a list of 1 to 4096 tasks", 4)]
    [InlineData("tasks: [cifar100, gtsrb, {name: ucf101, classes: 101}]", "tasks: []", "network.tasks", "a list of 1 to 4096 tasks", 4)]
    [InlineData("fps: 30", "sequence: gtsrb", "workload.sequence", "a list of 1 to 4096 tasks", 12)]
    [InlineData("fps: 30", "sequence: []", "workload.sequence", "a list of 1 to 4096 tasks", 12)]
    [InlineData("holds: [task_specific]", "holds: [task_specific], pinned: gtsrb", "memories.task.pinned", "a list", 9)]
    [InlineData(
        "fps: 30", "pattern: [[gtsrb], gtsrb]", "workload.pattern[1]", "a list of up to 4096 tasks, empty for a frame without work", 12)]
    public void A_value_of_the_wrong_type_is_MEMTI2005(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DocumentCodes.WrongType, key, permitted, line);

    [Theory]
    [InlineData("bits_per_cell: 3", "bits_per_cel: 3", "memories.shared.bits_per_cel", "bits_per_cell", 8)]
    [InlineData("bits_per_cell: 3", "set_pulse: 3", "memories.shared.set_pulse", "set_pulse_ns", 8)]
    [InlineData("seed: 7", "sede: 7", "sede", "seed", 3)]
    [InlineData("fps: 30", "fsp: 30", "workload.fsp", "fps", 12)]
    [InlineData("macs: 1024", "qqqqqqqq: 1", "accelerator.qqqqqqqq", "macs, clock_mhz, buffer_kib, kind", 5)]
    [InlineData("macs: 1024", "mcas: null", "accelerator.mcas", "macs", 5)]
    public void An_unknown_key_is_MEMTI2003_with_the_nearest_match(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DocumentCodes.UnknownKey, key, permitted, line);

    [Theory]
    [InlineData("memti: 1", "", "memti", "1", 2)]
    [InlineData("kind: nvdla, ", "", "accelerator.kind", "nvdla", 5)]
    [InlineData("kind: nvdla", "kind: null", "accelerator.kind", "nvdla", 5)]
    [InlineData("accelerator: { kind: nvdla, macs: 1024 }", "", "accelerator", "a mapping", 1)]
    [InlineData("name: ucf101, ", "", "network.tasks[2].name", "a name", 4)]
    [InlineData("fps: 30", "deployments: [{task: gtsrb}]", "workload.deployments[0].at_s", "a time in seconds", 12)]
    public void A_missing_key_is_MEMTI2006(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DocumentCodes.MissingKey, key, permitted, line);

    [Theory]
    [InlineData("kind: rram", "kind: rrma", "memories.shared.kind", "rram", 8)]
    [InlineData("kind: rram", "kind: flash-memory", "memories.shared.kind", "dram, rram, sram", 8)]
    [InlineData("workload:", "power: { firmware: duty-cicle }\nworkload:", "power.firmware", "duty-cycle", 11)]
    public void An_unknown_kind_is_MEMTI2007(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, ScenarioCodes.UnknownKind, key, permitted, line);

    [Theory]
    [InlineData("seed: 7", "name: again", "name", "once", 3)]
    [InlineData("macs: 1024", "kind: nvdla", "accelerator.kind", "once", 5)]
    public void A_key_that_is_there_twice_is_MEMTI2008(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DocumentCodes.DuplicateKey, key, permitted, line);

    [Theory]
    [InlineData("memti: 2")]
    [InlineData("memti: one")]
    public void Another_format_is_MEMTI2009(string version) =>
        ShouldFind("memti: 1", version, DocumentCodes.UnsupportedVersion, "memti", "1", 1);

    [Theory]
    [InlineData("fps: 30", "sequence: [gtsrb, cifar10]", "workload.sequence[1]", "cifar100", 12)]
    [InlineData("fps: 30", "pattern: [[gtsrb], [zzzzzzz]]", "workload.pattern[1][0]", "cifar100, gtsrb, ucf101", 12)]
    [InlineData("fps: 30", "deployments: [{at_s: 1, task: gtsr}]", "workload.deployments[0].task", "gtsrb", 12)]
    [InlineData("seed: 7", "references: { designs: { papr: { max_fps: 3 } } }", "references.designs.papr", "paper", 3)]
    public void A_name_that_is_not_defined_is_MEMTI2010(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DiagnosticCode.UnknownName, key, permitted, line);

    [Theory]
    [InlineData("holds: [all_tasks]", "holds: []", "memories", "one memory with all_tasks in its holds", 7)]
    [InlineData("[activations]", "[]", "memories", "one memory with activations in its holds", 7)]
    [InlineData("[activations]", "[activations, shared]", "memories.activations.holds", "one memory with shared in its holds", 10)]
    [InlineData("[shared]", "[shared, all_tasks]", "memories.shared.holds", "one memory with all_tasks in its holds", 8)]
    [InlineData("[shared]", "[shared, task_specific]", "memories.task.holds", "one memory with task_specific in its holds", 9)]
    public void Contents_without_exactly_one_memory_are_MEMTI2011(string from, string to, string key, string permitted, int line) =>
        ShouldFind(from, to, DiagnosticCode.BadPlacement, key, permitted, line);

    [Fact]
    public void A_finding_says_where_what_and_what_would_be_right() =>
        Find("bits_per_cell: 3", "bits_per_cell: 6").ShouldHaveSingleItem().ToString()
            .ShouldBe("samples/paper.memti.yaml(8,40): error MEMTI2004: 'memories.shared.bits_per_cell' is 6; permitted: 1 to 4.");

    [Fact]
    public void All_findings_come_in_file_order()
    {
        string text = Samples.Whole.Replace("seed: 7", "seed: x", StringComparison.Ordinal)
            .Replace("macs: 1024", "mac: 0", StringComparison.Ordinal)
            .Replace("kind: rram", "kind: rra", StringComparison.Ordinal)
            .Replace("fps: 30", "fps: -30", StringComparison.Ordinal);

        Samples.Read(text).Findings.Select(static finding => (finding.Code, finding.Line)).ShouldBe(
        [
            (DocumentCodes.WrongType, 3),
            (DocumentCodes.UnknownKey, 5),
            (ScenarioCodes.UnknownKind, 8),
            (DiagnosticCode.ValueOutOfRange, 12),
        ]);
    }

    [Fact]
    public void A_plugin_that_breaks_the_contract_is_MEMTI3009_where_its_kind_is_named()
    {
        FakeCatalog catalog = new FakeCatalog().With<BrokenOptions>(PluginContract.Accelerator, "nvdla");

        Diagnostic finding = new ScenarioReader(catalog).ReadText(Samples.Whole, Samples.File).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Line).ShouldBe((DiagnosticCode.PluginInvalid, "accelerator.kind", 5));
    }

    [Fact]
    public void A_value_that_a_plugin_refuses_is_MEMTI3005_where_it_stands()
    {
        FakeCatalog catalog = new FakeCatalog().With<RefusingOptions>(PluginContract.Accelerator, "nvdla");

        Diagnostic finding = new ScenarioReader(catalog).ReadText(Samples.Whole, Samples.File).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Line).ShouldBe((DiagnosticCode.PluginThrew, "accelerator.macs", 5));
    }

    private static IReadOnlyList<Diagnostic> Find(string from, string to)
    {
        Samples.Whole.ShouldContain(from);
        ScenarioResult result = Samples.Read(Samples.Whole.Replace(from, to, StringComparison.Ordinal));
        result.Scenario.ShouldBeNull();
        return result.Findings;
    }

    private static void ShouldFind(string from, string to, string code, string key, string permitted, int line)
    {
        Diagnostic finding = Find(from, to).ShouldHaveSingleItem();
        (finding.Code, finding.Key, finding.Permitted, finding.Line, finding.File).ShouldBe((code, key, permitted, line, Samples.File));
        finding.Message.ShouldContain(permitted);
    }

    private sealed class BrokenOptions
    {
        [Parameter("No such type")]
        public decimal Macs { get; set; }
    }

    private sealed class RefusingOptions
    {
        [Parameter("Always refused")]
        public int Macs
        {
            get;
            set => field = value > 1000 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
        }
    }
}
