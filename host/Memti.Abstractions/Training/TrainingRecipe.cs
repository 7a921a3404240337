using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Training;

/// <summary>Training hyperparameters: stochastic gradient descent with momentum on softmax cross entropy.</summary>
public sealed record TrainingRecipe
{
    private const string Repository = "srebuffi/residual_adapters, commit 5c51aa3";

    /// <summary>Passes over the training images, 1 to 10,000. Default: 40.</summary>
    [Parameter(
        "Passes over the training images",
        Unit = "epochs",
        Minimum = 1,
        Maximum = 10000,
        Source = "a third of the 120 of " + Repository,
        Status = NumberStatus.Assumed)]
    public int Epochs { get; set; } = 40;

    /// <summary>Images per step, 2 to 4096. Default: 128.</summary>
    [Parameter("Images of a step", Unit = "images", Minimum = 2, Maximum = 4096, Source = Repository, Status = NumberStatus.Published)]
    public int Batch { get; set; } = 128;

    /// <summary>Initial learning rate, 0 to 100. Default: 0.1.</summary>
    [Parameter("Learning rate of the first steps", Minimum = 0, Maximum = 100, Source = Repository, Status = NumberStatus.Published)]
    public double LearningRate { get; set; } = 0.1;

    /// <summary>Schedule of the learning rate. Default: steps.</summary>
    [Parameter(
        "steps: a tenth after two thirds of the epochs and again after five sixths; cosine: down to zero; constant",
        Source = Repository,
        Status = NumberStatus.Published)]
    public TrainingSchedule Schedule { get; set; } = TrainingSchedule.Steps;

    /// <summary>Epochs over which the learning rate rises to its initial value, 0 to 1000. Default: 0.</summary>
    [Parameter(
        "Epochs over which the learning rate rises, step by step, to its first value",
        Unit = "epochs",
        Minimum = 0,
        Maximum = 1000,
        Source = Repository,
        Status = NumberStatus.Published)]
    public double Warmup { get; set; }

    /// <summary>Momentum without dampening, 0 to 0.9999. Default: 0.9.</summary>
    [Parameter("Momentum", Minimum = 0, Maximum = 0.9999, Source = Repository, Status = NumberStatus.Published)]
    public double Momentum { get; set; } = 0.9;

    /// <summary>Weight decay of convolutions and adapters, 0 to 1. Default: 1e-4.</summary>
    [Parameter("Weight decay of convolutions and adapters", Minimum = 0, Maximum = 1, Source = Repository, Status = NumberStatus.Published)]
    public double WeightDecay { get; set; } = 1e-4;

    /// <summary>Weight decay of batch norms and the classifier, 0 to 1. Default: 1e-4.</summary>
    [Parameter(
        "Weight decay of batch norms and the classifier",
        Minimum = 0,
        Maximum = 1,
        Source = "what that repository's optimiser does, not what its documentation says (5e-4)",
        Status = NumberStatus.Published)]
    public double HeadDecay { get; set; } = 1e-4;

    /// <summary>Zero padding in pixels around an image before a random crop, 0 to 64; 0 for no crops. Default: 4.</summary>
    [Parameter(
        "Zero pixels around an image, out of which a random crop of its size is taken; 0 for no crops",
        Unit = "px",
        Minimum = 0,
        Maximum = 64,
        Source = "the usual 1/8 of 32 pixels",
        Status = NumberStatus.Assumed)]
    public int CropPadding { get; set; } = 4;

    /// <summary>True to flip half of the images horizontally, in sets that permit it. Default: true.</summary>
    [Parameter("Mirror every other image left to right, in sets that permit it", Source = Repository, Status = NumberStatus.Published)]
    public bool Mirror { get; set; } = true;

    /// <summary>Training with fluctuating reads; only an <see cref="IFluctuationTrainer"/> can. Default: null, for digital
    /// convolutions.</summary>
    public FluctuationRecipe? Fluctuation { get; set; }
}
