using System.Diagnostics;
using System.Globalization;
using System.Text;

// Started as the worker is, `weights STAGE REQUEST --events`, with a script for a request: one word and its text a line.
Console.OutputEncoding = Console.InputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
foreach (string line in File.ReadLines(args[2]))
{
    string[] parts = line.Split(' ', 2);
    string text = parts.Length > 1 ? parts[1] : "";
    switch (parts[0])
    {
        case "out":
            Console.Out.WriteLine(text);
            break;
        case "err":
            Console.Error.WriteLine(text);
            break;
        case "arguments":
            Console.Out.WriteLine($"arguments: {string.Join('|', args)}");
            break;
        case "folder":
            Console.Out.WriteLine($"folder: {Environment.CurrentDirectory}");
            break;
        case "wait-for-end-of-input":
            Console.In.ReadToEnd();
            break;
        case "write":
            File.WriteAllText(text, "");
            break;
        case "start-child-and-hang":
            // The child holds the pipes as well; its id tells whether it was ended.
            using (Process child = Process.Start(new ProcessStartInfo("sleep", "600") { UseShellExecute = false })!)
                Console.Out.WriteLine($$"""{"event":"progress","text":"child {{child.Id}}"}""");
            Thread.Sleep(Timeout.Infinite);
            break;
        case "exit":
            return int.Parse(text, CultureInfo.InvariantCulture);
        default:
            throw new InvalidOperationException(line);
    }
}

return 0;
