using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Documents.Codes;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Tests.Fakes;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Tests;

public sealed class OverrideTests
{
    private const string Designs = """

        designs:
          base: {}
          plain:
          all-sram:
            description: Everything in SRAM
            memories:
              shared: { kind: sram }
              task: null
              activations: { holds: [activations, task_specific], resident_tasks: all }
            workload: { sequence: [gtsrb], frames: 9 }
            power: { firmware: duty-cycle }
        variants:
          serial: { description: Loads first, system: { reload: serial } }
        """;

    private static readonly string Text = Samples.Whole + Designs;

    [Fact]
    public void Designs_keep_the_order_of_the_file() =>
        Samples.Valid(Text).Designs.Select(static design => design.Name).ShouldBe(["base", "plain", "all-sram"]);

    [Theory]
    [InlineData("base")]
    [InlineData("plain")]
    public void A_design_without_overrides_is_the_document(string name)
    {
        DesignScenario design = Design(name, Text);

        design.Memories.Count.ShouldBe(4);
        Memory<FakeRramOptions>(design, "shared").BitsPerCell.ShouldBe(3);
    }

    [Fact]
    public void Another_kind_drops_the_options_and_keeps_what_is_held()
    {
        MemorySpec memory = Design("all-sram", Text).Memories.Single(static memory => memory.Name == "shared");

        (memory.Component.Kind, memory.Holds).ShouldBe(("sram", MemoryContents.Shared));
    }

    [Fact]
    public void Null_removes_a_memory() =>
        Design("all-sram", Text).Memories.Select(static memory => memory.Name).ShouldBe(["backing", "shared", "activations"]);

    [Fact]
    public void Mappings_merge_and_lists_replace()
    {
        MemorySpec memory = Design("all-sram", Text).Memories[2];

        Memory<FakeSramOptions>(Design("all-sram", Text), "activations").Capacity.ShouldBe(DataSize.FromKibibytes(2048));
        (memory.Holds, memory.ResidentTasks).ShouldBe((MemoryContents.Activations | MemoryContents.TaskSpecific, null));
    }

    [Fact]
    public void Frames_take_the_place_of_a_duration()
    {
        WorkloadSpec workload = Design("all-sram", Text).Workload;

        (workload.Frames, workload.FrameRate).ShouldBe((9, new FrameRate(30, 1)));
    }

    [Fact]
    public void A_pattern_takes_the_place_of_a_sequence()
    {
        string text = Samples.Whole.Replace("fps: 30", "sequence: [gtsrb]", StringComparison.Ordinal)
            + "\ndesigns: { a: { workload: { pattern: [[ucf101], [gtsrb, ucf101]] } } }";

        Samples.OnlyDesign(text).Workload.Pattern.Select(static tasks => string.Join(',', tasks)).ShouldBe(["2", "1,2"]);
    }

    [Fact]
    public void A_variant_lies_on_top_of_every_design()
    {
        ScenarioSet set = Samples.Valid(Text);

        set.Designs.ShouldAllBe(static design => design.ReloadOverlapped && !design.Variants[0].Scenario.ReloadOverlapped);
        set.Designs.ShouldAllBe(static design => design.Variants[0].Scenario.Name == design.Name);
        (set.Designs[2].Variants[0].Name, set.Designs[2].Variants[0].Description).ShouldBe(("serial", "Loads first"));
    }

    [Fact]
    public void A_null_gives_a_key_its_default()
    {
        string text = Samples.Whole + "\ndesigns: { a: { memories: { shared: { bits_per_cell: null } } } }";

        Memory<FakeRramOptions>(Samples.OnlyDesign(text), "shared").BitsPerCell.ShouldBe(1);
    }

    [Fact]
    public void A_finding_stands_where_the_design_wrote_the_value()
    {
        string text = Samples.Whole + "\ndesigns:\n  a: {}\n  b: { memories: { shared: { bits_per_cell: 9 } } }";

        Diagnostic finding = Samples.Read(text).Findings.ShouldHaveSingleItem();

        (finding.Key, finding.Line, finding.Column).ShouldBe(("designs.b.memories.shared.bits_per_cell", 16, 45));
    }

    [Fact]
    public void A_finding_that_designs_share_is_said_once() =>
        Samples.Read(Text.Replace("macs: 1024", "macs: 0", StringComparison.Ordinal)).Findings
            .ShouldHaveSingleItem().Key
            .ShouldBe("accelerator.macs");

    [Fact]
    public void A_section_that_a_design_removes_is_missing_where_it_was_removed()
    {
        Diagnostic finding =
            Samples.Read(Samples.Whole + "\ndesigns:\n  a: {}\n  b: { accelerator: null }").Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Line).ShouldBe((DocumentCodes.MissingKey, "designs.b.accelerator", 16));
    }

    [Theory]
    [InlineData("designs: { a: { memories: { tsk: null } } }", DiagnosticCode.UnknownName, "designs.a.memories.tsk", "task")]
    [InlineData("designs: { a: { sytem: { reload: serial } } }", DocumentCodes.UnknownKey, "designs.a.sytem", "system")]
    [InlineData(
        "designs: { a: { seed: 3 } }",
        DocumentCodes.UnknownKey,
        "designs.a.seed",
        "description, network, networks, accelerator, accelerators, processor, memories, workload, system, power, supply, bus, images")]
    [InlineData(
        "variants: { a: { memories: { task: { holds: [] }, backing: { holds: [] } } } }",
        DiagnosticCode.BadPlacement,
        "variants.a.memories",
        "one memory with all_tasks in its holds")]
    [InlineData("designs: {}", DiagnosticCode.ValueOutOfRange, "designs", "at least one design")]
    [InlineData("designs: { a b: {} }", DiagnosticCode.ValueOutOfRange, "designs.a b", "1 to 64 letters, digits, hyphens and underscores")]
    [InlineData("designs: { a: 3 }", DocumentCodes.WrongType, "designs.a", "a mapping")]
    public void What_is_wrong_in_an_override_is_found(string text, string code, string key, string permitted)
    {
        Diagnostic finding = Samples.Read(Samples.Whole + "\n" + text).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((code, key, permitted));
    }

    [Fact]
    public void A_set_changes_every_design()
    {
        ScenarioSet set = Samples.Valid(Text, "accelerator.macs=64", "workload={fps: 29.97, frames: 10}");

        set.Designs.ShouldAllBe(static design => ((FakeEngineOptions)design.Accelerator.Options).Macs == 64);
        set.Designs.ShouldAllBe(static design => design.Workload.FrameRate == new FrameRate(2997, 100) && design.Workload.Frames == 10);
        set.Overrides.Count.ShouldBe(2);
    }

    [Fact]
    public void A_set_lies_under_the_variants() =>
        Samples.Valid(Text, "system.reload=overlapped").Designs.ShouldAllBe(static design => !design.Variants[0].Scenario.ReloadOverlapped);

    [Theory]
    [InlineData("name=other", "other", 7)]
    [InlineData("seed=9", "paper", 9)]
    [InlineData("seed=", "paper", 1)]
    public void A_set_changes_the_document_itself(string expression, string name, int seed)
    {
        ScenarioSet set = Samples.Valid(Text, expression);

        (set.Name, set.Seed).ShouldBe((name, seed));
    }

    [Fact]
    public void A_set_changes_one_design()
    {
        ScenarioSet set = Samples.Valid(Text, "designs.base.memories.shared.bits_per_cell=2");

        Memory<FakeRramOptions>(set.Designs[0], "shared").BitsPerCell.ShouldBe(2);
        Memory<FakeRramOptions>(set.Designs[1], "shared").BitsPerCell.ShouldBe(3);
    }

    [Fact]
    public void A_set_removes_a_design() =>
        Samples.Valid(Text, "designs.all-sram=null").Designs.Select(static design => design.Name).ShouldBe(["base", "plain"]);

    [Fact]
    public void A_set_changes_the_kind_of_a_memory() =>
        Samples.OnlyDesign(Samples.Whole, "memories.shared.kind=sram", "memories.shared.read_rate_gbs=1").Memories[1].Component.Kind
            .ShouldBe("sram");

    [Theory]
    [InlineData("accelerator.macs=0", DiagnosticCode.ValueOutOfRange, "accelerator.macs", "1 to 65536", 18)]
    [InlineData("accelerator.mac=1", DocumentCodes.UnknownKey, "accelerator.mac", "macs", 1)]
    [InlineData("acelerator.macs=1", DocumentCodes.UnknownKey, "acelerator", "accelerator", 1)]
    [InlineData("designs.bas=null", DiagnosticCode.UnknownName, "designs.bas", "base", 1)]
    [InlineData("memories.tsk=null", DiagnosticCode.UnknownName, "memories.tsk", "task", 1)]
    public void A_finding_in_a_set_names_the_expression(string expression, string code, string key, string permitted, int column)
    {
        string text = Text.Replace("      task: null\n", "", StringComparison.Ordinal).Replace(
            ", task_specific]", "]", StringComparison.Ordinal);

        Diagnostic finding = Samples.Read(text, "seed=1", expression).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((code, key, permitted));
        (finding.File, finding.Line, finding.Column).ShouldBe(("--set", 2, column));
    }

    [Theory]
    [InlineData("fps")]
    [InlineData("=3")]
    [InlineData("workload..fps=3")]
    [InlineData("workload.fps=[1")]
    [InlineData("workload.fps=*a")]
    public void A_set_that_cannot_be_understood_is_MEMTI1004(string expression)
    {
        Diagnostic finding = Samples.Read(Text, "seed=1", expression).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.File, finding.Line).ShouldBe((DocumentCodes.BadOverride, "--set", 2));
    }

    private static DesignScenario Design(string name, string text) => Samples.Valid(text).Designs.Single(design => design.Name == name);

    private static T Memory<T>(DesignScenario design, string name) =>
        (T)design.Memories.Single(memory => memory.Name == name).Component.Options;
}
