using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Plugins.Guarding;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;
using Memti.Training.Checkpoints;
using Memti.Training.Codes;
using Memti.Training.Plans;
using Memti.Training.Trainers;

namespace Memti.Training.Tests;

/// <summary>What computes is part of what a run depends on, when that is an engine of another plugin.</summary>
public sealed class EngineTests
{
    private static readonly EngineDescription Engine = new("fake", "Fake 1.2", "cpu", "fp32", "AVX2");

    [Fact]
    public void A_run_depends_on_the_engine_of_another_plugin()
    {
        using PluginCatalog catalog = Catalog(Engine);

        Parts(catalog)["engine"].ShouldBe("fake, Fake 1.2, cpu, fp32, AVX2");
        Parts(catalog)["engine plugin"].ShouldBe("none");
    }

    [Fact]
    public void A_run_without_such_an_engine_depends_on_what_it_did_before()
    {
        using PluginCatalog catalog = Catalog(null);

        Parts(catalog).Keys.ShouldBe(["model", "model options", "plugin", "data", "backbone", "weights", "seed", "threads"]);
    }

    [Fact]
    public void A_checkpoint_of_another_engine_is_of_another_run()
    {
        using PluginCatalog one = Catalog(Engine);
        using PluginCatalog other = Catalog(Engine with { Version = "Fake 1.3" });

        new RunIdentity(Plan(one).Identity).Differences(new RunIdentity(Plan(other).Identity))
            .ShouldHaveSingleItem().ShouldContain("Fake 1.3");
    }

    [Fact]
    public void What_a_trainer_of_an_engine_throws_names_the_engines_plugin()
    {
        using PluginCatalog catalog = Catalog(Engine);
        using GuardedTrainer trainer = new TrainableKind(catalog, Model(catalog)).Create("task", 3, new TrainerRequest { Task = 0 });

        Should.Throw<MemtiException>(() => trainer.ReadValues("a", 1)).Diagnostic.Message.ShouldContain("test.engine");
    }

    [Fact]
    public void A_model_without_a_graph_is_named()
    {
        using PluginCatalog catalog = Catalog(Engine);

        Diagnostic finding = Should.Throw<MemtiException>(() => new TrainableKind(catalog, Model(catalog)).Graph("task", 3)).Diagnostic;

        (finding.Code, finding.Value).ShouldBe((TrainingCodes.NoGraph, "with-engine"));
    }

    private static Dictionary<string, string> Parts(PluginCatalog catalog) => Plan(catalog).Identity.ToDictionary();

    private static NetworkPlan Plan(PluginCatalog catalog) => new(new TrainableKind(catalog, Model(catalog)), Bench.Data);

    private static ComponentSpec Model(PluginCatalog catalog) =>
        ComponentText.Bind(new CatalogKinds(catalog), PluginContract.Model, "with-engine", "--set", [], out _).ShouldNotBeNull();

    private static PluginCatalog Catalog(EngineDescription? engine)
    {
        var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)));
        catalog.AddBuiltIn("test.engine", new EnginePlugin());
        catalog.AddBuiltIn("test.model", new ModelPlugin(engine));
        return catalog;
    }

    private sealed class EnginePlugin : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) =>
            registry.AddTrainingEngine("fake", static () => throw new NotSupportedException());
    }

    private sealed class ModelPlugin(EngineDescription? engine) : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) =>
            registry.AddModel<NoOptions>("with-engine", (_, tasks) => new EngineModel(tasks, engine));
    }

    private sealed class NoOptions;

    private sealed class EngineModel(IReadOnlyList<TaskRequest> tasks, EngineDescription? engine) : ITrainableModel
    {
        public IReadOnlyList<TaskDescription> Tasks => [.. tasks.Select(static task => new TaskDescription(task.Name, 3, 0, []))];

        public int SharedBits => 8;

        public int TaskBits => 8;

        public EngineDescription? Engine => engine;

        public Network Build(int task) => throw new NotSupportedException();

        public ITrainer CreateTrainer(TrainerRequest request) => new FakeTrainer();
    }
}
