using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Guarding;

namespace Memti.Plugins.Registry;

/// <summary>The engine of one plugin as the model of another gets it: called under its own name, with its own limit.</summary>
internal sealed class GuardedEngine(ITrainingEngine engine, Registration kind, PluginGuard guard) : ITrainingEngine
{
    public EngineDescription Describe(EngineSettings settings) => Call("Describe", () => engine.Describe(settings));

    public IGraphTrainer CreateTrainer(NetworkGraph graph, TrainerRequest request, EngineSettings settings) =>
        Call("CreateTrainer", () => engine.CreateTrainer(graph, request, settings));

    private T Call<T>(string member, Func<T> call) => HostServiceTimer.Spend(() => kind.Call(guard, member, call));
}
