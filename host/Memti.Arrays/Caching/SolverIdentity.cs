using System.Runtime.InteropServices;
using Memti.Abstractions.Cells;

namespace Memti.Arrays.Caching;

/// <summary>
/// Identity of the solver: the module version ids of this assembly and of the contract, which a deterministic compiler derives from their
/// whole content, the runtime version, and the rounding of the platform's mathematics. Cached banks of another solver are not used.
/// </summary>
internal static class SolverIdentity
{
    private static readonly Lazy<byte[]> Known = new(Make);

    /// <summary>The identity as bytes, to be hashed with a request.</summary>
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
            // Sevenths have no short binary form, so roundings show; the range is the one that the circuits use.
            double x = point / 7.0;
            writer.Write(Math.Exp(-x));
            writer.Write(Math.Log(x));
            writer.Write(Math.Pow(10, x));
            writer.Write(Math.Pow(x, 1.0 / 3));
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Number of sample points for functions whose rounding differs between platforms.</summary>
    private const int MathPoints = 32;
}
