using Memti.Abstractions.Training;
using Memti.Training.Datasets;
using Xunit.Abstractions;

namespace Memti.Training.Tests.Datasets.Generated;

/// <summary>
/// The drawn tasks are worth a network: a linear classifier on pixels fails, and features that see through place and colour do better.
/// </summary>
public sealed class HardnessTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("signs", 8)]
    [InlineData("textures", 10)]
    [InlineData("motion", 8)]
    [InlineData("world", 16)]
    public void A_linear_classifier_on_pixels_fails_where_one_on_gradients_does_better(string task, int classes)
    {
        Dataset set = DatasetSource.Read($"generated:{task}?train=1000&test=400&classes={classes}&validation=0");

        double pixels = Accuracy(set, Features.Pixels), gradients = Accuracy(set, Features.Gradients);

        output.WriteLine($"{task}: pixels {pixels:P1}, gradients {gradients:P1}, chance {1.0 / classes:P1}");
        pixels.ShouldBeLessThan(0.45);
        gradients.ShouldBeGreaterThan(pixels + 0.15);
    }

    private static double Accuracy(Dataset set, Func<ImageSet, int, double[]> features) => LinearClassifier.Accuracy(
        Rows(set.Train, features),
        set.Train.Labels.ToArray(),
        Rows(set.Test, features),
        set.Test.Labels.ToArray(),
        set.Classes,
        ridge: features == Features.Pixels ? 0.1 : 1e-4);

    private static double[][] Rows(ImageSet images, Func<ImageSet, int, double[]> features) =>
        [.. Enumerable.Range(0, images.Count).Select(index => features(images, index))];
}
