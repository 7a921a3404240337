using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Tensors.Networks;

namespace Memti.Plugins.Adapters.Training;

/// <summary>The network of the engine that a request asks for.</summary>
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
    };
}
