using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Processors;
using Memti.Plugins.Codes;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Simulation.Codes;

namespace Memti.Runs.Tests.Machines;

/// <summary>A processor is other people's code: what it does wrong is a finding with its name.</summary>
public sealed class GuardedProcessorTests
{
    [Theory]
    [InlineData(nameof(Fault.Run))]
    [InlineData(nameof(Fault.Reset))]
    [InlineData(nameof(Fault.SkipTo))]
    [InlineData(nameof(Fault.SetInterrupt))]
    [InlineData(nameof(Fault.MemoryChanged))]
    public void What_a_core_throws_names_the_plugin_and_the_call(string call)
    {
        using var scenario = new CoreScenario { Processor = $"{{ kind: faulty, fault: {Word(call)} }}" };
        IProcessorCore core = Processor(scenario).CreateCore(null!);

        Diagnostic finding = Should.Throw<MemtiException>(() => Call(core, call)).Diagnostic;

        finding.Code.ShouldBe(DiagnosticCode.PluginThrew);
        finding.Message.ShouldBe(
            $"plugin '{TestParts.Id}' threw InvalidOperationException in {call} of processor 'faulty': the pipeline is full");
    }

    [Theory]
    [InlineData("create_core", DiagnosticCode.PluginThrew, "CreateCore")]
    [InlineData("reset", DiagnosticCode.PluginThrew, "Reset")]
    [InlineData("run", DiagnosticCode.PluginThrew, "Run")]
    public void A_run_ends_with_the_finding(string fault, string code, string call)
    {
        using var scenario = new CoreScenario { Processor = $"{{ kind: faulty, fault: {fault} }}" };

        Diagnostic finding = scenario.Run().Findings.Single();

        finding.Code.ShouldBe(code);
        finding.Message.ShouldContain(TestParts.Id);
        finding.Message.ShouldContain($" in {call} of processor 'faulty': ");
    }

    [Fact]
    public void A_core_that_is_never_made_is_given_up()
    {
        using var scenario = new CoreScenario(TimeSpan.FromSeconds(1)) { Processor = "{ kind: faulty, fault: hang_in_create_core }" };

        Diagnostic finding = Should.Throw<MemtiException>(() => Processor(scenario).CreateCore(null!)).Diagnostic;

        finding.Code.ShouldBe(PluginCodes.PluginTimedOut);
        finding.Message.ShouldContain(TestParts.Id);
    }

    [Fact]
    public void A_core_that_never_comes_back_is_given_up()
    {
        using var scenario = new CoreScenario(TimeSpan.FromSeconds(1)) { Processor = "{ kind: faulty, fault: hang_in_run }" };

        Diagnostic finding = Should.Throw<MemtiException>(() => new DesignRunner(scenario.Catalog).Run(scenario.Plan())).Diagnostic;

        finding.Code.ShouldBe(SimulationCodes.NoProgress);
        finding.Message.ShouldStartWith($"processor 'faulty' of plugin '{TestParts.Id}' has computed for 1 s");
    }

    private static IProcessor Processor(CoreScenario scenario) =>
        new ComponentFactory(scenario.Catalog, CancellationToken.None).Processor(scenario.Design().Processor!);

    private static string Word(string call) =>
        string.Concat(call.Select(static (letter, place) => char.IsUpper(letter) && place > 0 ? $"_{letter}" : $"{letter}")).ToLowerInvariant();

    private static void Call(IProcessorCore core, string call)
    {
        switch (call)
        {
            case nameof(Fault.Run):
                core.Run();
                break;
            case nameof(Fault.Reset):
                core.Reset(0);
                break;
            case nameof(Fault.SkipTo):
                core.SkipTo(1);
                break;
            case nameof(Fault.SetInterrupt):
                core.SetInterrupt(7, active: true);
                break;
            default:
                core.MemoryChanged(0, 4);
                break;
        }
    }
}
