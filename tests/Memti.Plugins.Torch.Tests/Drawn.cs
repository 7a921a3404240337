using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Engines;

namespace Memti.Plugins.Torch.Tests;

/// <summary>Images and trainers of tests.</summary>
internal static class Drawn
{
    /// <summary>Images whose class is the colour of a stripe, up to eight; with noise.</summary>
    public static ImageSet Images(int count = 64, int side = 16, int classes = 4)
    {
        Random random = new(1);
        byte[] pixels = new byte[count * side * side * 3];
        random.NextBytes(pixels);
        int[] labels = new int[count];
        for (int image = 0; image < count; image++)
        {
            labels[image] = image % classes;
            Span<byte> stripe = pixels.AsSpan(((image * side) + random.Next(side / 2)) * side * 3, side / 2 * side * 3);
            for (int value = 0; value < stripe.Length; value++)
                stripe[value] = (byte)(((labels[image] >> (value % 3)) & 1) * 220);
        }

        return new ImageSet("stripes", classes, side, side, pixels, labels);
    }

    public static TrainerRequest Request(
        ImageSet? images,
        int batch = 16,
        int threads = 1,
        double rate = 0.05,
        TrainedPart part = TrainedPart.TaskSpecific) => new()
        {
            Task = 0,
            Training = images,
            Trained = part,
            Seed = 7,
            Threads = threads,
            Recipe = new TrainingRecipe
            {
                Epochs = 10,
                Batch = batch,
                LearningRate = rate,
                Schedule = TrainingSchedule.Constant,
                CropPadding = 2
            },
        };

    public static IGraphTrainer Trainer(NetworkGraph graph, TrainerRequest request, EngineSettings? settings = null) =>
        new TorchEngine().CreateTrainer(graph, request, settings ?? new EngineSettings());

    public static byte[] Saved(this ITrainer trainer, ParameterPart part = ParameterPart.All)
    {
        using MemoryStream stream = new();
        trainer.Save(stream, part);
        return stream.ToArray();
    }

    public static byte[] State(this ITrainer trainer)
    {
        using MemoryStream stream = new();
        trainer.SaveState(stream);
        return stream.ToArray();
    }

    public static TrainingStep Steps(this ITrainer trainer, int count)
    {
        TrainingStep last = default;
        for (int step = 0; step < count; step++)
            last = trainer.Step();
        return last;
    }

    public static double Accuracy(this ITrainer trainer, ImageSet images)
    {
        int[] predictions = new int[images.Count];
        trainer.Score(images, 0, predictions);
        return predictions.Zip(images.Labels.ToArray()).Count(static pair => pair.First == pair.Second) / (double)images.Count;
    }

    public static float[] Values(this IGraphTrainer trainer, GraphParameter parameter)
    {
        float[] values = new float[parameter.Count];
        trainer.ReadValues(parameter.Name, values);
        return values;
    }
}
