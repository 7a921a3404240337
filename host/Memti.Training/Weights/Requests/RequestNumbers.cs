namespace Memti.Training.Weights.Requests;

/// <summary>The numbers of a request, with ranges and usual values.</summary>
internal static class RequestNumbers
{
    private const double Much = 1e12;

    public static readonly WholeKey
        Seed = new(RequestKeys.Seed, "Seed of training and faults.", 0, long.MaxValue, 1),
        Threads = new(RequestKeys.Threads, "Threads of a training step. Results depend on the number.", 1, 1024, 2),
        Chip = new(RequestKeys.Chip, "The chip of 'fixed'.", 0, long.MaxValue, 0),
        Trials = new(RequestKeys.Trials, "Chips on which a fleet is judged.", 2, 100_000, 10);

    public static readonly NumberKey
        Validation = new(RequestKeys.Validation, "Share of the training images by which the best epoch is chosen.", 0.01, 0.9, 0.1);

    public static readonly WholeKey
        Classes = new(RequestKeys.Classes, "Classes that the images must have. Default: as the scenario says.", 2, 1_000_000),
        Epochs = new(RequestKeys.Epochs, "Passes over the training images, without faults.", 1, 10_000, 20),
        Batch = new(RequestKeys.Batch, "Images of a step.", 2, 4096, 128),
        RetrainEpochs = new(RequestKeys.RetrainEpochs, "Passes of retraining against faults; 0 for no retraining.", 0, 10_000, 3),
        OwnSeed = new(RequestKeys.Seed, "Seed of this task. Default: that of the request.", 0, long.MaxValue);

    public static readonly NumberKey
        LearningRate = new(RequestKeys.LearningRate, "Learning rate of the first steps.", 0, 100, 0.1),
        RetrainLearningRate = new(RequestKeys.RetrainLearningRate, "Learning rate of the first steps of retraining.", 0, 100, 0.02);

    public static readonly WholeKey
        CapacityBytes = new(RequestKeys.CapacityBytes, "Bytes that the region has. Default: as many as its images need.", 1, long.MaxValue);

    public static readonly NumberKey
        MinimumAccuracy = new(RequestKeys.MinimumAccuracy, "Least accuracy in the memories after retraining, of the lower end of its interval; a share.", 0, 1),
        Confidence = new(RequestKeys.Confidence, "Confidence of that two-sided interval; a share.", 0.5, 0.9999, 0.95),
        MaximumEnergy = new(RequestKeys.MaximumEnergy, "Most energy of the whole system for a frame, in mJ.", 0, Much),
        MaximumArea = new(RequestKeys.MaximumArea, "Largest area of the memories on the chip that hold weights, in mm2.", 0, Much),
        MinimumLifetime = new(RequestKeys.MinimumLifetime, "Shortest time until a memory wears out, in years.", 0, Much);
}
