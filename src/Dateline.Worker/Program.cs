using Dateline.Worker.Cli;

return await CommandLine.Run(args);
