using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Tests.Training;

/// <summary>Small trainers and images that they can learn: the class is the colour of a bar.</summary>
internal static class Trainers
{
    public const int Pixels = 32;
    public const int Classes = 3;

    public static ResNet26Options Small(AdapterForm form = AdapterForm.Parallel, int weightBits = 8, int taskBits = 8) =>
        new() { Width = 0.125, InputPx = Pixels, Adapters = form, WeightBits = weightBits, TaskBits = taskBits };

    public static ITrainer Of(
        ResNet26Options options,
        TrainedPart trained = TrainedPart.TaskSpecific,
        ImageSet? images = null,
        ulong seed = 1,
        int threads = 1,
        int classes = Classes) =>
        new ResNet26(options, [new TaskRequest("bars", classes)]).CreateTrainer(new TrainerRequest
        {
            Task = 0,
            Training = images,
            Trained = trained,
            Seed = seed,
            Threads = threads,
            Recipe = new TrainingRecipe
            {
                Epochs = 20,
                Batch = 12,
                LearningRate = 0.05,
                CropPadding = 2,
                Schedule = TrainingSchedule.Constant
            },
        });

    public static ImageSet Bars(int count = 36, int seed = 3, int pixels = Pixels, int classes = Classes)
    {
        var random = new Random(seed);
        byte[] bytes = new byte[count * pixels * pixels * 3];
        random.NextBytes(bytes);
        int[] labels = [.. Enumerable.Range(0, count).Select(index => index % classes)];
        for (int image = 0; image < count; image++)
        {
            int column = random.Next(4, pixels - 8);
            for (int y = 0; y < pixels; y++)
                for (int x = column; x < column + 4; x++)
                    for (int channel = 0; channel < 3; channel++)
                        bytes[(((((image * pixels) + y) * pixels) + x) * 3) + channel] = (byte)(channel == labels[image] % 3 ? 255 : 0);
        }

        return new ImageSet("bars", classes, pixels, pixels, bytes, labels);
    }

    public static int[] Predictions(this ITrainer trainer, ImageSet images)
    {
        int[] predictions = new int[images.Count];
        trainer.Score(images, 0, predictions);
        return predictions;
    }

    public static double Loss(this ITrainer trainer, ImageSet images) => trainer.Score(images, 0, new int[images.Count]) / images.Count;

    public static byte[] Weights(this ITrainer trainer, ParameterPart part)
    {
        using var stream = new MemoryStream();
        trainer.Save(stream, part);
        return stream.ToArray();
    }

    public static byte[] State(this ITrainer trainer)
    {
        using var stream = new MemoryStream();
        trainer.SaveState(stream);
        return stream.ToArray();
    }

    public static ushort[] Codes(this ITrainer trainer, int tensor)
    {
        ushort[] codes = new ushort[trainer.Tensors[tensor].Count];
        trainer.ReadCodes(tensor, codes);
        return codes;
    }

    public static void SubstituteAll(this ITrainer trainer)
    {
        for (int tensor = 0; tensor < trainer.Tensors.Count; tensor++)
            trainer.OverrideCodes(tensor, trainer.Codes(tensor));
    }

    public static void Steps(this ITrainer trainer, int count)
    {
        for (int step = 0; step < count; step++)
            trainer.Step();
    }
}
