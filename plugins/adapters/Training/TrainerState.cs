using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Tensors.Formats;
using Memti.Tensors.Networks;
using Memti.Trainers.Batches;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Training;

/// <summary>
/// Saves and restores everything that further steps depend on: identity, position, scale of pixels, formats, substituted codes and the
/// state of the engine.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="parameters">Its stored tensors.</param>
/// <param name="identity">Identity of the training; only trainings with the same identity may resume from the state.</param>
internal sealed class TrainerState(ResidualNetwork network, NetworkParameters parameters, string identity)
{
    private const uint Magic = 0x3153_414D; // "MAS1"
    /// <summary>Fraction bits that mark a tensor without a format; no format has them.</summary>
    private const int NoFormat = int.MinValue;

    /// <summary>
    /// Identity of a training: everything that determines its steps. A trainer resumes only from states with its own identity.
    /// </summary>
    internal static string IdentityOf(ResNet26Options options, int classes, TrainerRequest request)
    {
        TrainingRecipe recipe = request.Recipe;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"resnet26 {options.Adapters} width {options.Width} px {options.InputPx} bits {options.WeightBits}/{options.TaskBits} "
                + $"{options.Scale} {options.IntegerBits} classes {classes}; {request.Trained} seed {request.Seed}; images "
                + $"{request.Training?.Name} {request.Training?.Count}; epochs {recipe.Epochs} batch {recipe.Batch} rate "
                + $"{recipe.LearningRate} {recipe.Schedule} warmup {recipe.Warmup} momentum {recipe.Momentum} decay "
                + $"{recipe.WeightDecay}/{recipe.HeadDecay} crop {recipe.CropPadding} mirror {recipe.Mirror}")
            + (recipe.Fluctuation is { } fluctuation ? IdentityOf(fluctuation) : "");
    }

    private static string IdentityOf(FluctuationRecipe recipe) => string.Create(
        CultureInfo.InvariantCulture,
        $"; fluctuation bits {recipe.InputBits} amplitude {recipe.Amplitude} exponent {recipe.Exponent} decomposed {recipe.Decomposed} "
            + $"correlation {recipe.Correlation} energy {recipe.EnergyWeight} level rate {recipe.LevelRate}");

    internal void Save(Stream state, long position, PixelScale scale)
    {
        using var writer = new BinaryWriter(state, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(identity);
        writer.Write(position);
        foreach (float value in (float[])[.. scale.Mean, .. scale.Deviation])
            writer.Write(value);
        foreach (StoredParameters stored in parameters.Stored)
        {
            writer.Write(stored.HasFormat ? stored.Description.FractionBits : NoFormat);
            writer.Write(stored.Description.Pruned);
            writer.Write(stored.Substituted is not null);
            writer.Write(MemoryMarshal.AsBytes<ushort>(stored.Substituted));
        }

        writer.Flush();
        network.SaveState(state);
    }

    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CheckpointDoesNotFit"/>.</exception>
    internal (long Position, PixelScale Scale) Load(Stream state)
    {
        try
        {
            using var reader = new BinaryReader(state, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt32() != Magic)
                throw Refuse("it is no state of a ResNet-26");
            string saved = reader.ReadString();
            if (saved != identity)
                throw Refuse($"it is of '{saved}', and this is '{identity}'");
            return Load(reader, state);
        }
        catch (Exception error) when (error is EndOfStreamException or IOException or FormatException or TensorFormatException)
        {
            throw Refuse(error.Message, error);
        }
    }

    private (long Position, PixelScale Scale) Load(BinaryReader reader, Stream state)
    {
        long position = reader.ReadInt64();
        float[] scale = new float[2 * ImageSet.Channels];
        for (int index = 0; index < scale.Length; index++)
            scale[index] = reader.ReadSingle();
        SavedStorage[] saved = [.. parameters.Stored.Select(stored => SavedStorage.Read(reader, stored.Count))];
        // Everything is read before anything changes: a truncated state leaves the trainer as it was.
        network.LoadState(state);
        for (int index = 0; index < saved.Length; index++)
            saved[index].GiveTo(parameters.Stored[index]);
        return (position, new PixelScale(scale.AsSpan(0, ImageSet.Channels), scale.AsSpan(ImageSet.Channels)));
    }

    private static MemtiException Refuse(string reason, Exception? inner = null) =>
        new(new Diagnostic(DiagnosticCode.CheckpointDoesNotFit, $"the state cannot be gone on from: {reason}."), inner);

    /// <summary>Saved storage of one tensor.</summary>
    private readonly record struct SavedStorage(int FractionBits, bool Pruned, ushort[]? Substituted)
    {
        internal static SavedStorage Read(BinaryReader reader, int count)
        {
            (int fractionBits, bool pruned) = (reader.ReadInt32(), reader.ReadBoolean());
            if (!reader.ReadBoolean())
                return new SavedStorage(fractionBits, pruned, null);
            ushort[] codes = new ushort[count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(codes.AsSpan()));
            return new SavedStorage(fractionBits, pruned, codes);
        }

        internal void GiveTo(StoredParameters stored)
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
