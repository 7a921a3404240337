using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Tensors.Formats;
using Memti.Trainers.Batches;

namespace Memti.Trainers.Weights;

/// <summary>
/// Parameters as a safetensors file with the network's tensor names, or with names of PyTorch that <see cref="WeightNames"/> knows. Files
/// of a task also contain <c>input.mean</c> and <c>input.std</c> of its pixels (0 to 255).
/// </summary>
public sealed class WeightFile
{
    /// <summary>Name of the means of pixels.</summary>
    public const string Mean = "input.mean";

    /// <summary>Name of the deviations of pixels.</summary>
    public const string Deviation = "input.std";

    private readonly StateDict _state;

    private WeightFile(StateDict state, IReadOnlyList<Diagnostic> notices) => (_state, Notices) = (state, notices);

    /// <summary>Messages about tensors that were taken under other names.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; }

    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsUnreadable"/>.</exception>
    public static WeightFile Read(Stream weights)
    {
        try
        {
            List<Diagnostic> notices = [];
            return new WeightFile(WeightNames.Restore(SafeTensors.Read(weights), notices), notices);
        }
        catch (TensorFormatException error)
        {
            throw new MemtiException(new Diagnostic(DiagnosticCode.WeightsUnreadable, $"no weights can be read: {error.Message}"), error);
        }
    }

    /// <summary>Writes tensors and, for a task, the scale of its pixels.</summary>
    public static void Write(Stream weights, StateDict state, PixelScale? scale, bool halfPrecision)
    {
        if (scale is not null)
        {
            state.Add(new StateTensor(Mean, [ImageSet.Channels], scale.Mean));
            state.Add(new StateTensor(Deviation, [ImageSet.Channels], scale.Deviation));
        }

        SafeTensors.Write(weights, state, halfPrecision);
    }

    /// <summary>Reads the scale of pixels.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsDoNotFit"/>.</exception>
    public PixelScale RequireScale()
    {
        if (!_state.TryGet(Mean, out _) && !_state.TryGet(Deviation, out _))
            throw Refuse(
                Mean,
                $"the file does not say how pixels become inputs; permitted: '{Mean}' and '{Deviation}', three values each on the scale "
                    + "0 to 255 (those of other programs are often on 0 to 1: times 255)",
                permitted: $"{Mean}, {Deviation}");
        ReadOnlyMemory<float> deviation = Require(Deviation, [ImageSet.Channels]).Values;
        foreach (float value in deviation.Span)
            // Negated, so that NaN is refused.
            if (!(value > 0))
                throw Refuse(Deviation, $"'{Deviation}' has a value that is not above 0");
        return new PixelScale(Require(Mean, [ImageSet.Channels]).Values.Span, deviation.Span);
    }

    /// <summary>The tensor of a name, which must exist with this shape and finite values.</summary>
    /// <param name="name">Name of the tensor.</param>
    /// <param name="shape">Sizes, outermost first.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.WeightsDoNotFit"/>.</exception>
    public StateTensor Require(string name, IReadOnlyList<int> shape)
    {
        if (!_state.TryGet(name, out StateTensor? stored))
            throw Missing(name);
        if (!stored.Shape.SequenceEqual(shape))
            throw Refuse(name, $"'{name}' is {Text(stored.Shape)}, and the network needs {Text(shape)}", Text(stored.Shape), Text(shape));
        foreach (float value in stored.Values.Span)
            if (!float.IsFinite(value))
                throw Refuse(name, $"'{name}' has a value that is no number");
        return stored;
    }

    /// <summary>The tensor of a name, if the file has it with this shape; null otherwise.</summary>
    public StateTensor? Find(string name, IReadOnlyList<int> shape) =>
        _state.TryGet(name, out StateTensor? stored) && stored.Shape.SequenceEqual(shape) ? stored : null;

    private MemtiException Missing(string name)
    {
        if (_state.PassedOver.TryGetValue(name, out string? type))
            return Refuse(name, $"'{name}' has values of type {type}; permitted: {SafeTensors.ReadTypes}", type, SafeTensors.ReadTypes);
        string[] others = [.. _state.Tensors.Take(2).Select(static tensor => $"'{tensor.Name}'")];
        string has = others.Length == 0
            ? "it is empty"
            : $"of its {_state.Tensors.Count} tensors the first are {string.Join(" and ", others)}";
        return Refuse(name, $"the file has no '{name}'; {has}");
    }

    private static string Text(IReadOnlyList<int> shape) =>
        "[" + string.Join(", ", shape.Select(static size => size.ToString(CultureInfo.InvariantCulture))) + "]";

    private static MemtiException Refuse(string name, string reason, string? value = null, string? permitted = null) =>
        new(
            new Diagnostic(DiagnosticCode.WeightsDoNotFit, $"the weights are of another network: {reason}.")
            {
                Key = name,
                Value = value,
                Permitted = permitted
            });
}
