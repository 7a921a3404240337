using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Codes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

/// <summary>Files that a scenario names lie beside it, whatever the working directory is.</summary>
public sealed class ScenarioFileTests
{
    private const string Written = "accelerator: { kind: nvdla, macs: 1024 }";

    private static readonly FakeCatalog Catalog = new FakeCatalog().With<Traced>(PluginContract.Accelerator, "nvdla");

    [Theory]
    [InlineData("traces/sun.csv", "samples/traces/sun.csv")]
    [InlineData("/traces/sun.csv", "/traces/sun.csv")]
    public void A_relative_name_starts_in_the_folder_of_the_scenario(string name, string path) =>
        Options($"accelerator: {{ kind: nvdla, trace: {name} }}").Trace.ShouldBe(new ScenarioFile(name, path));

    [Fact]
    public void An_override_of_the_command_line_starts_there_too() =>
        Options("accelerator: { kind: nvdla }", "accelerator.trace=sun.csv").Trace!.Path.ShouldBe("samples/sun.csv");

    [Fact]
    public void A_file_that_is_not_named_is_none() => Options("accelerator: { kind: nvdla }").Trace.ShouldBeNull();

    [Fact]
    public void The_files_of_a_component_are_those_that_its_options_declare() =>
        Read("accelerator: { kind: nvdla, trace: sun.csv, title: moon.csv }").Files
            .ShouldBe([new ScenarioFile("sun.csv", "samples/sun.csv")]);

    [Fact]
    public void A_file_is_described_and_written_as_its_name()
    {
        ParameterDescriptor parameter = OptionsSchema.Create(typeof(Traced)).Find("trace").ShouldNotBeNull();
        var options = new Traced { Trace = new ScenarioFile("sun.csv").In("samples") };

        (parameter.Permitted, parameter.Default, parameter.Read(options)).ShouldBe(("name of a file", "null", "sun.csv"));
    }

    [Fact]
    public void A_file_has_a_name() => Result("accelerator: { kind: nvdla, trace: '' }").Findings
        .ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.ValueOutOfRange);

    [Fact]
    public void A_mapping_is_no_file() => Result("accelerator: { kind: nvdla, trace: { a: 1 } }").Findings
        .ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.WrongType);

    private static Traced Options(string accelerator, params string[] overrides) => (Traced)Read(accelerator, overrides).Options;

    private static ComponentSpec Read(string accelerator, params string[] overrides) =>
        Result(accelerator, overrides).Scenario.ShouldNotBeNull().Designs[0].Accelerator;

    private static ScenarioResult Result(string accelerator, params string[] overrides) =>
        new ScenarioReader(Catalog).ReadText(
            Samples.Whole.Replace(Written, accelerator, StringComparison.Ordinal), Samples.File, overrides);

    public sealed class Traced
    {
        [Parameter("Trace of the supply")]
        public ScenarioFile? Trace { get; set; }

        [Parameter("A text that happens to look like a file")]
        public string Title { get; set; } = "";
    }
}
