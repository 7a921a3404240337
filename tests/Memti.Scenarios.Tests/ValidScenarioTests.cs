using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class ValidScenarioTests
{
    [Fact]
    public void A_whole_scenario_has_no_findings() => Samples.Read(Samples.Whole).Findings.ShouldBeEmpty();

    [Fact]
    public void Options_take_the_values_of_the_file()
    {
        FakeRramOptions options = OptionsOf<FakeRramOptions>("shared", Samples.Whole);

        options.BitsPerCell.ShouldBe(3);
        options.SetPulse.ShouldBe(SimTime.FromNanoseconds(10));
    }

    [Theory]
    [InlineData("set_pulse_ns: 12.5", "12500")]
    [InlineData("set_pulse_ns: 1e3", "1000000")]
    [InlineData("set_pulse_ns: null", "10000")]
    public void A_quantity_is_read_in_the_unit_of_its_key(string text, string picoseconds) =>
        Shared(text).SetPulse.Picoseconds.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(picoseconds);

    [Fact]
    public void Plain_types_are_read()
    {
        FakeRramOptions options = Shared("layout: one_transistor, endurance: 1e6, verify: false, cell: 53");

        (options.Layout, options.Endurance, options.Verify, options.Cell).ShouldBe((FakeLayout.OneTransistor, 1e6, false, "53"));
    }

    [Fact]
    public void The_design_without_designs_is_named_like_the_scenario() => Samples.OnlyDesign(Samples.Whole).Name.ShouldBe("paper");

    [Fact]
    public void A_scenario_without_a_name_is_named_like_its_file() =>
        Samples.Valid(Samples.Whole.Replace("name: paper\n", "", StringComparison.Ordinal)).Name.ShouldBe("paper");

    [Fact]
    public void Seed_and_digest_identify_the_run()
    {
        ScenarioSet set = Samples.Valid(Samples.Whole);

        set.Seed.ShouldBe(7);
        set.Sha256
            .ShouldBe(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Samples.Whole))));
    }

    [Fact]
    public void Tasks_keep_their_order_and_their_classes() => Samples.OnlyDesign(Samples.Whole).Tasks
        .ShouldBe([new TaskRequest("cifar100"), new TaskRequest("gtsrb"), new TaskRequest("ucf101", 101)]);

    [Fact]
    public void Memories_keep_their_order() =>
        Samples.OnlyDesign(Samples.Whole).Memories
            .Select(static memory => memory.Name)
            .ShouldBe(["backing", "shared", "task", "activations"]);

    [Fact]
    public void The_input_goes_to_the_backing_store_when_no_memory_names_it()
    {
        IReadOnlyList<MemorySpec> memories = Samples.OnlyDesign(Samples.Whole).Memories;
        new PlacementMap(memories, hasShared: true, static _ => false).Held(memories[0])
            .ShouldBe(MemoryContents.AllTasks | MemoryContents.Input);
    }

    [Fact]
    public void The_input_stays_where_it_is_named()
    {
        DesignScenario design =
            Samples.OnlyDesign(Samples.Whole.Replace("[activations]", "[activations, input]", StringComparison.Ordinal));

        design.Memories[0].Holds.ShouldBe(MemoryContents.AllTasks);
        design.Memories[3].Holds.ShouldBe(MemoryContents.Activations | MemoryContents.Input);
    }

    [Theory]
    [InlineData("resident_tasks: 3", 3)]
    [InlineData("resident_tasks: all", null)]
    [InlineData("off_power_mw: 0", 1)]
    public void Resident_tasks_are_counted(string text, int? expected) =>
        Samples.OnlyDesign(Samples.Whole.Replace("holds: [task_specific]", "holds: [task_specific], " + text, StringComparison.Ordinal))
            .Memories[2].ResidentTasks.ShouldBe(expected);

    [Fact]
    public void Firmware_is_always_on_when_nothing_is_said() => Samples.OnlyDesign(Samples.Whole).Firmware.Kind.ShouldBe("always-on");

    [Fact]
    public void Firmware_takes_its_options()
    {
        DesignScenario design = Samples.OnlyDesign(Samples.Whole + "\npower: { firmware: duty-cycle, margin: 1.5 }");

        design.Firmware.Options.ShouldBeOfType<FakeDutyCycleOptions>().Margin.ShouldBe(1.5);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("\nsystem: { reload: overlapped }", true)]
    [InlineData("\nsystem: { reload: serial }", false)]
    public void Reload_is_overlapped_unless_it_is_serial(string text, bool overlapped) =>
        Samples.OnlyDesign(Samples.Whole + text).ReloadOverlapped.ShouldBe(overlapped);

    [Fact]
    public void A_component_knows_where_it_stands() =>
        Samples.OnlyDesign(Samples.Whole).Memories[1].Component.Place.ShouldBe(new SourceLocation(Samples.File, 8, 11, "memories.shared"));

    [Fact]
    public void Aliases_repeat_a_value()
    {
        string text = Samples.Whole.Replace("macs: 1024", "macs: &n 512", StringComparison.Ordinal)
            .Replace("capacity_kib: 2048", "capacity_kib: *n", StringComparison.Ordinal);

        OptionsOf<FakeSramOptions>("activations", text).Capacity.ShouldBe(DataSize.FromKibibytes(512));
    }

    [Fact]
    public void The_same_text_gives_the_same_findings_and_the_same_designs()
    {
        string text = Samples.Whole + "\nsytem: {}\npower: { firmware: duty }";

        Samples.Read(text).Findings.ShouldBe(Samples.Read(text).Findings);
        Samples.OnlyDesign(Samples.Whole).Memories.Select(static memory => memory.Component.Place)
            .ShouldBe(Samples.OnlyDesign(Samples.Whole).Memories.Select(static memory => memory.Component.Place));
    }

    private static FakeRramOptions Shared(string text) =>
        OptionsOf<FakeRramOptions>("shared", Samples.Whole.Replace("bits_per_cell: 3", text, StringComparison.Ordinal));

    private static T OptionsOf<T>(string memory, string text) =>
        (T)Samples.OnlyDesign(text).Memories.Single(candidate => candidate.Name == memory).Component.Options;
}
