using System.Runtime.InteropServices;
using Memti.Abstractions.Cells;

namespace Memti.Arrays.Caching;

/// <summary>
/// What solves banks: this assembly and the contract by their module version ids, which a deterministic compiler derives from all of their
/// content, the runtime, and how the platform's mathematics rounds. A remembered bank of any other solver is not this one's.
/// </summary>
internal static class SolverIdentity
{
    private static readonly Lazy<byte[]> Known = new(Make);

    /// <summary>The identity, to be hashed with a request.</summary>
    public static ReadOnlyMemory<byte> Bytes => Known.Value;

    private static byte[] Make()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(typeof(SolverIdentity).Module.ModuleVersionId.ToByteArray());
        writer.Write(typeof(MemoryCell).Module.ModuleVersionId.ToByteArray());
        writer.Write(Environment.Version.ToString());
        writer.Write((int)RuntimeInformation.ProcessArchitecture);
        for (int point = 1; point <= MathPoints; point++)
        {
            // Arguments without a short binary form, over the range that the circuits use.
            double x = point / 7.0;
            writer.Write(Math.Exp(-x));
            writer.Write(Math.Log(x));
            writer.Write(Math.Pow(10, x));
            writer.Write(Math.Pow(x, 1.0 / 3));
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Points at which functions that platforms round differently are sampled.</summary>
    private const int MathPoints = 32;
}
