using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Tensors.Networks;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Maps options and requests to the options of the engine's network.</summary>
internal static class NetworkSettings
{
    internal static ResidualNetworkOptions Of(ResNet26Options options, int classes, TrainerRequest request, int batch) => new()
    {
        Width = options.Width,
        Pixels = options.InputPx,
        Classes = classes,
        Adapters = options.Adapters switch
        {
            AdapterForm.Parallel => Memti.Tensors.Networks.AdapterWiring.Parallel,
            AdapterForm.Series => Memti.Tensors.Networks.AdapterWiring.Series,
            _ => Memti.Tensors.Networks.AdapterWiring.None,
        },
        Learning = request.Trained switch
        {
            TrainedPart.Everything => Learning.Everything,
            // Without adapters the whole network belongs to the task.
            TrainedPart.TaskSpecific when options.Adapters == AdapterForm.None => Learning.Everything,
            TrainedPart.TaskSpecific => Learning.TaskSpecific,
            _ => Learning.NormStatistics,
        },
        Batch = batch,
        Threads = request.Threads,
        Seed = request.Seed,
        Momentum = request.Recipe.Momentum,
        WeightDecay = request.Recipe.WeightDecay,
        HeadDecay = request.Recipe.HeadDecay,
        AnalogBits = request.Recipe.Fluctuation?.InputBits ?? 0,
        EnergyWeight = request.Recipe.Fluctuation?.EnergyWeight ?? 0,
        LevelRate = request.Recipe.Fluctuation?.LevelRate ?? 1,
    };
}
