using System.IO;
using System.Text;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(PrintsPlugin), "test.prints")]

namespace Memti.TestPlugins;

/// <summary>Prints in every way there is.</summary>
public sealed class PrintsPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Console.WriteLine("registers");
        Console.Write("half a line");
        registry.AddMemory<object>("prints", static _ => new PrintingMemory());
        using Stream output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes("past the console\n"));
        Console.SetOut(new StringWriter());
        Console.SetError(new StringWriter());
    }

    private sealed class PrintingMemory : IMemoryModel
    {
        public MemoryFigures Size(MemoryRequest request)
        {
            var thread = new Thread(static () => Console.WriteLine("sizes on a thread of its own"));
            thread.Start();
            thread.Join();
            return new MemoryFigures
            {
                Capacity = request.Size,
                Cells = request.Size.Bits,
                CellsUsed = request.Size.Bits,
                Volatile = true,
                Area = Area.FromSquareMillimetres(request.Size.Bits * 1e-6),
                Read = Bandwidth.FromGigabytesPerSecond(1),
                Write = Bandwidth.FromGigabytesPerSecond(1),
                Organisation = "prints",
            };
        }
    }
}
