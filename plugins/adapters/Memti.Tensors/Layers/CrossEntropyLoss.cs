using Memti.Tensors.Buffers;
using Memti.Tensors.Numerics;
using Memti.Tensors.Values;

namespace Memti.Tensors.Layers;

/// <summary>Softmax cross entropy: mean over the batch, and its gradient.</summary>
internal static unsafe class CrossEntropyLoss
{
    private const int MostOnStack = 1024;

    /// <summary>Computes loss and correct predictions of a batch, and the gradient of the mean loss.</summary>
    /// <param name="logits">Shape [1, 1, images, classes].</param>
    /// <param name="labels">Class of each image.</param>
    /// <param name="gradient">Receives the gradient; shape of <paramref name="logits"/>.</param>
    /// <param name="classes">Number of classes; further channels stay zero.</param>
    public static BatchLoss Forward(Map logits, ReadOnlySpan<int> labels, Map gradient, int classes)
    {
        double sum = 0;
        int correct = 0;
        Span<double> exponentials = classes <= MostOnStack ? stackalloc double[classes] : new double[classes];
        for (int image = 0; image < labels.Length; image++)
        {
            ReadOnlySpan<float> values = new(logits.At(0, 0, image), classes);
            sum += One(values, labels[image], new Span<float>(gradient.At(0, 0, image), classes), exponentials, labels.Length);
            correct += Largest(values) == labels[image] ? 1 : 0;
        }

        return new BatchLoss(sum / labels.Length, correct);
    }

    /// <summary>Index of the largest value; the first one on a tie.</summary>
    public static int Largest(ReadOnlySpan<float> values)
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
            if (values[i] > values[largest])
                largest = i;
        return largest;
    }

    private static double One(ReadOnlySpan<float> logits, int label, Span<float> gradient, Span<double> exponentials, int images)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (float logit in logits)
            largest = Math.Max(largest, logit);
        // Less the largest logit: no exponential overflows, and the largest is exactly 1.
        for (int i = 0; i < logits.Length; i++)
            sum += exponentials[i] = Elementary.Exp(logits[i] - largest);
        // Gradient of the mean loss: the softmax, less 1 for the label, over the images.
        for (int i = 0; i < logits.Length; i++)
            gradient[i] = (float)(((exponentials[i] / sum) - (i == label ? 1 : 0)) / images);
        return Elementary.Log(sum) + largest - logits[label];
    }
}
