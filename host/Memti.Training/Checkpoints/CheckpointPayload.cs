using System.Text;

namespace Memti.Training.Checkpoints;

/// <summary>Binary form of a checkpoint: texts and blocks with a length in front, numbers in fixed size.</summary>
internal static class CheckpointPayload
{
    // A damaged count must not allocate memory for billions of items.
    private const int MostItems = 10_000;

    public static byte[] Write(Checkpoint checkpoint)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(checkpoint.Identity.Parts.Count);
        foreach ((string name, string value) in checkpoint.Identity.Parts)
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Write(checkpoint.History.Count);
        foreach (EpochRecord epoch in checkpoint.History)
            Write(writer, epoch);
        Write(writer, checkpoint.Sums);
        Write(writer, checkpoint.Best.Span);
        Write(writer, checkpoint.State.Span);
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="EndOfStreamException">The payload is shorter than its lengths state.</exception>
    /// <exception cref="InvalidDataException">A length or count is outside its range.</exception>
    public static Checkpoint Read(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload, writable: false), Encoding.UTF8);
        var identity = new RunIdentity([.. Many(reader, static reader => KeyValuePair.Create(reader.ReadString(), reader.ReadString()))]);
        EpochRecord[] history =
            [.. Many(
                reader,
                static reader =>
                    new EpochRecord(
                        reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()))];
        var sums = new EpochSums(reader.ReadInt64(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble());
        return new Checkpoint(identity, history, sums, Block(reader), Block(reader));
    }

    private static void Write(BinaryWriter writer, EpochRecord epoch)
    {
        writer.Write(epoch.Epoch);
        writer.Write(epoch.Loss);
        writer.Write(epoch.TrainAccuracy);
        writer.Write(epoch.ValidationAccuracy);
        writer.Write(epoch.LearningRate);
    }

    private static void Write(BinaryWriter writer, EpochSums sums)
    {
        writer.Write(sums.Images);
        writer.Write(sums.Correct);
        writer.Write(sums.Loss);
        writer.Write(sums.LearningRate);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> block)
    {
        writer.Write(block.Length);
        writer.Write(block);
    }

    private static IEnumerable<T> Many<T>(BinaryReader reader, Func<BinaryReader, T> one)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > MostItems)
            throw new InvalidDataException("a count is out of range");
        for (int index = 0; index < count; index++)
            yield return one(reader);
    }

    private static byte[] Block(BinaryReader reader)
    {
        int length = reader.ReadInt32();
        byte[] block = length >= 0 ? reader.ReadBytes(length) : throw new InvalidDataException("a length is negative");
        return block.Length == length ? block : throw new EndOfStreamException();
    }
}
