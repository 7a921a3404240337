using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Abstractions.Training;

/// <summary>A model that can be trained. The host calls it once per batch, so that each call ends within the time limit of a plugin
/// call.</summary>
public interface ITrainableModel : IModel
{
    /// <summary>Creates the network of one task for training or evaluation. The seed decides its random parameters.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>: the images differ from the task in size or
    /// classes.</exception>
    ITrainer CreateTrainer(TrainerRequest request);

    /// <summary>The engine that computes; null for the plugin's own code, whose version says it all. Default: null.</summary>
    EngineDescription? Engine => null;
}
