using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Execution;
using Memti.Trainers.Batches;
using Memti.Trainers.FixedPoint;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Training;

/// <summary>
/// Saves and restores everything that further steps depend on: identity, position, scale of pixels, formats, substituted codes, parameters
/// and the memory of the optimiser. SHA-256 over all of it stands at the end.
/// </summary>
/// <param name="tensors">The parameters.</param>
/// <param name="stored">How memories store them.</param>
/// <param name="optimiser">The optimiser.</param>
/// <param name="identity">Identity of the training; only trainings with the same identity may resume from the state.</param>
internal sealed class TrainerState(
    NetworkTensors tensors, IReadOnlyList<StoredParameters> stored, IOptimiser optimiser, string identity)
{
    private const uint Magic = 0x3153_544D; // "MTS1"
    private const int NoFormat = int.MinValue;

    /// <summary>Largest accepted state in bytes, 2 GiB.</summary>
    private const int MostBytes = int.MaxValue;

    /// <summary>Identity of a training: everything that determines its steps.</summary>
    public static string IdentityOf(NetworkGraph graph, TrainerRequest request, EngineSettings settings, EngineDescription engine)
    {
        TrainingRecipe recipe = request.Recipe;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{graph.Name} {GraphHash(graph)}; {engine.Version} {engine.Device} {engine.Precision} {engine.InstructionSet} threads "
                + $"{request.Threads} {settings.Optimiser} {settings.Scale} {settings.IntegerBits}; {request.Trained} seed "
                + $"{request.Seed}; images {request.Training?.Name} {request.Training?.Count}; epochs {recipe.Epochs} batch {recipe.Batch} "
                + $"rate {recipe.LearningRate} {recipe.Schedule} warmup {recipe.Warmup} momentum {recipe.Momentum} decay "
                + $"{recipe.WeightDecay}/{recipe.HeadDecay} crop {recipe.CropPadding} mirror {recipe.Mirror}");
    }

    public void Save(Stream state, long position, PixelScale scale)
    {
        using MemoryStream content = new();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(identity);
            writer.Write(position);
            writer.Write(optimiser.Steps);
            foreach (float value in (float[])[.. scale.Mean, .. scale.Deviation])
                writer.Write(value);
            foreach (StoredParameters one in stored)
            {
                writer.Write(one.HasFormat ? one.Description.FractionBits : NoFormat);
                writer.Write(one.Description.Pruned);
                writer.Write(one.Substituted is not null);
                writer.Write(MemoryMarshal.AsBytes<ushort>(one.Substituted));
            }

            foreach (Tensor values in Everything())
                writer.Write(BytesOf(values));
        }

        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        state.Write(bytes);
        state.Write(SHA256.HashData(bytes));
    }

    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CheckpointDoesNotFit"/>; nothing is changed then.</exception>
    public (long Position, PixelScale Scale) Load(Stream state)
    {
        ReadOnlyMemory<byte> bytes = ReadAll(state);
        if (bytes.Length < SHA256.HashSizeInBytes
            || !SHA256.HashData(bytes.Span[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes.Span[^SHA256.HashSizeInBytes..]))
            throw Refuse("it is damaged, or no state of a trainer on torch");
        using var reader = new BinaryReader(new MemoryStream(bytes[..^SHA256.HashSizeInBytes].ToArray()), Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Magic)
                throw Refuse("it is no state of a trainer on torch");
            string saved = reader.ReadString();
            return saved == identity ? Load(reader) : throw Refuse($"it is of '{saved}', and this is '{identity}'");
        }
        catch (Exception error) when (error is EndOfStreamException or IOException or FormatException)
        {
            throw Refuse(error.Message, error);
        }
    }

    private (long Position, PixelScale Scale) Load(BinaryReader reader)
    {
        (long position, long steps) = (reader.ReadInt64(), reader.ReadInt64());
        float[] scale = new float[2 * ImageSet.Channels];
        for (int index = 0; index < scale.Length; index++)
            scale[index] = reader.ReadSingle();
        SavedStorage[] storage = [.. stored.Select(one => SavedStorage.Read(reader, one.Count))];
        Tensor[] everything = [.. Everything()];
        // Everything is read before anything changes: a state that does not fit leaves the trainer as it was.
        float[][] values = [.. everything.Select(tensor => Floats(reader, (int)tensor.numel()))];
        if (reader.BaseStream.Position != reader.BaseStream.Length)
            throw Refuse("it is longer than one of this network");
        for (int index = 0; index < everything.Length; index++)
            Copy(values[index], everything[index]);
        foreach (ParameterTensor tensor in tensors.All)
            tensor.Changed();
        for (int index = 0; index < storage.Length; index++)
            storage[index].GiveTo(stored[index]);
        optimiser.Steps = steps;
        return (position, new PixelScale(scale.AsSpan(0, ImageSet.Channels), scale.AsSpan(ImageSet.Channels)));
    }

    private IEnumerable<Tensor> Everything() => tensors.All.Select(static tensor => tensor.Value).Concat(optimiser.Memory);

    private static void Copy(float[] values, Tensor to)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        to.copy_(tensor(values, to.shape));
    }

    private static byte[] BytesOf(Tensor values)
    {
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        return values.detach().cpu().contiguous().bytes.ToArray();
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        float[] values = new float[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream stream)
    {
        MemoryStream bytes = new();
        byte[] block = new byte[64 * 1024];
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            if (bytes.Length + read > MostBytes)
                throw Refuse($"it has more than {MostBytes} bytes");
            bytes.Write(block, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static string GraphHash(NetworkGraph graph)
    {
        StringBuilder text = new();
        foreach (GraphNode node in graph.Nodes)
            text.Append(node.Name).Append(' ').Append(node.Operation).Append(' ').AppendJoin(',', node.Inputs).Append(' ')
                .Append(node.Output).Append(' ').AppendJoin('x', node.Shape).Append('\n');
        foreach (GraphParameter parameter in graph.Parameters)
            text.Append(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Role} {parameter.Part} {parameter.Bits} ")
                .AppendJoin('x', parameter.Shape).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static MemtiException Refuse(string reason, Exception? inner = null) =>
        new(new Diagnostic(DiagnosticCode.CheckpointDoesNotFit, $"the state cannot be gone on from: {reason}."), inner);

    /// <summary>Saved storage of one tensor.</summary>
    private readonly record struct SavedStorage(int FractionBits, bool Pruned, ushort[]? Substituted)
    {
        public static SavedStorage Read(BinaryReader reader, int count)
        {
            (int fractionBits, bool pruned) = (reader.ReadInt32(), reader.ReadBoolean());
            if (!reader.ReadBoolean())
                return new SavedStorage(fractionBits, pruned, null);
            ushort[] codes = new ushort[count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(codes.AsSpan()));
            return new SavedStorage(fractionBits, pruned, codes);
        }

        public void GiveTo(StoredParameters stored)
        {
            stored.Release();
            if (FractionBits == NoFormat)
                return;
            stored.FixPoint(Pruned, FractionBits);
            if (Substituted is not null)
                stored.Substitute(Substituted);
        }
    }
}
