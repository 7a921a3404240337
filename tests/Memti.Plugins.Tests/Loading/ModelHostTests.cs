using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;

namespace Memti.Plugins.Tests.Loading;

/// <summary>Models get networks from their host, and engines of other plugins.</summary>
public sealed class ModelHostTests
{
    private readonly PluginGuard _guard = new(TimeSpan.FromSeconds(60));

    [Fact]
    public void A_model_gets_the_engine_that_another_plugin_offers_and_the_graph_that_the_host_reads()
    {
        var graph = new NetworkGraph { Name = "g", Input = "x", InputShape = [3, 8, 8], Nodes = [], Output = "x", Parameters = [] };
        using var catalog = new PluginCatalog(_guard) { Graphs = _ => graph };
        catalog.AddBuiltIn("test.engine", new Engines(static () => new FakeEngine()));
        catalog.AddBuiltIn("test.model", new Models("fake"));

        var model = (FakeModel)Make(catalog);

        model.Engine.Describe(new EngineSettings()).Name.ShouldBe("fake");
        model.Graph.ShouldBeSameAs(graph);
    }

    [Theory]
    [InlineData("torch", "Memti.Plugins.Torch")]
    [InlineData("fke", "`fake`?")]
    public void An_engine_that_no_plugin_offers_is_a_finding_with_the_way_out(string name, string wayOut)
    {
        using var catalog = new PluginCatalog(_guard);
        catalog.AddBuiltIn("test.engine", new Engines(static () => new FakeEngine()));
        catalog.AddBuiltIn("test.model", new Models(name));

        Diagnostic finding = Should.Throw<MemtiException>(() => Make(catalog)).Diagnostic;

        (finding.Code, finding.Value, finding.Permitted).ShouldBe((PluginCodes.UnknownEngine, name, "fake"));
        finding.Message.ShouldContain(wayOut);
    }

    [Fact]
    public void What_an_engine_throws_names_its_own_plugin()
    {
        using var catalog = new PluginCatalog(_guard) { Graphs = static _ => null! };
        catalog.AddBuiltIn("test.engine", new Engines(static () => new FakeEngine()));
        catalog.AddBuiltIn("test.model", new Models("fake"));
        var model = (FakeModel)Make(catalog);

        Diagnostic finding = Should
            .Throw<MemtiException>(() => model.Engine.CreateTrainer(model.Graph, new TrainerRequest { Task = 0 }, new EngineSettings()))
            .Diagnostic;

        finding.Code.ShouldBe(DiagnosticCode.PluginThrew);
        finding.Message.ShouldContain("test.engine");
    }

    [Fact]
    public void An_engine_that_is_null_breaks_the_contract_of_its_plugin()
    {
        using var catalog = new PluginCatalog(_guard);
        catalog.AddBuiltIn("test.engine", new Engines(static () => null!));
        catalog.AddBuiltIn("test.model", new Models("fake"));

        Should.Throw<MemtiException>(() => Make(catalog)).Diagnostic.Code.ShouldBe(DiagnosticCode.PluginInvalid);
    }

    [Fact]
    public void Engines_are_no_section_of_a_scenario() => PluginContract.All.ShouldNotContain(PluginContract.TrainingEngine);

    private static IModel Make(PluginCatalog catalog) => catalog.Models["with-host"].Create(new object())([]);

    private sealed class Engines(Func<ITrainingEngine> create) : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) => registry.AddTrainingEngine("fake", create);
    }

    private sealed class Models(string engine) : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) =>
            registry.AddModel<object>("with-host", (_, _, host) => new FakeModel(host, engine));
    }

    private sealed class FakeModel(IModelHost host, string engine) : IModel
    {
        public ITrainingEngine Engine { get; } = host.Engine(engine);

        public NetworkGraph Graph => host.ReadGraph(new GraphRequest(new ScenarioFile("a.onnx")));

        public IReadOnlyList<TaskDescription> Tasks => [];

        public int SharedBits => 8;

        public int TaskBits => 8;

        public Network Build(int task) => throw new NotSupportedException();
    }

    private sealed class FakeEngine : ITrainingEngine
    {
        public EngineDescription Describe(EngineSettings settings) => new("fake", "1", "cpu", "fp32", "");

        public IGraphTrainer CreateTrainer(NetworkGraph graph, TrainerRequest request, EngineSettings settings) =>
            throw new InvalidOperationException("broken");
    }
}
