using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Abstractions.Training;

/// <summary>A model that learns. The host drives it in short calls, one batch each, so that every call returns within the limit of a call into a plugin.</summary>
public interface ITrainableModel : IModel
{
    /// <summary>Makes a network of one task, to be trained or evaluated, with random parameters that the seed decides.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>: images of a size or with classes that the task does not have.</exception>
    ITrainer CreateTrainer(TrainerRequest request);
}
