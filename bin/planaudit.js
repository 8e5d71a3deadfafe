#!/usr/bin/env node
// Starts the program on a Node.js that can run it: this one, the one pinned in node_modules, or none (status 2, says why).
// Written in ES5 and CommonJS so that even a very old Node.js can read it far enough to say what is missing.
'use strict';

var fs = require('fs');
var path = require('path');

var needed = [22, 19];
var root = path.join(__dirname, '..');

function isNewEnough(version) {
  var parts = version.split('.');
  var major = Number(parts[0]);
  return major > needed[0] || (major === needed[0] && Number(parts[1]) >= needed[1]);
}

function pinnedNode() {
  var file = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  // The child must not look for another Node in its turn.
  return !process.env.PLANAUDIT_HANDED_OVER && fs.existsSync(file) ? file : null;
}

function handOver(node) {
  var env = Object.assign({}, process.env, { PLANAUDIT_HANDED_OVER: '1' });
  var child = require('child_process').spawn(node, [__filename].concat(process.argv.slice(2)), {
    stdio: 'inherit',
    env: env,
  });
  var signals = process.platform === 'win32' ? ['SIGINT'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];
  var forward = function (signal) {
    child.kill(signal);
  };
  signals.forEach(function (signal) {
    process.on(signal, forward);
  });
  child.on('error', function (error) {
    process.stderr.write('planaudit: cannot start ' + node + ': ' + error.message + '\n');
    process.exitCode = 2;
  });
  child.on('exit', function (code, signal) {
    signals.forEach(function (name) {
      process.removeListener(name, forward);
    });
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

function refuse() {
  process.stderr.write(
    'planaudit needs Node.js ' +
      needed.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '.\n' +
      'planaudit ต้องใช้ Node.js รุ่น ' +
      needed.join('.') +
      ' ขึ้นไป\n' +
      'Get it from https://nodejs.org (choose LTS), or in a checkout of planaudit run: npm ci\n',
  );
  process.exitCode = 2;
}

function start() {
  require('module').enableCompileCache();
  var entry = path.join(root, 'dist', 'cli.js');
  if (!fs.existsSync(entry)) {
    process.stderr.write('planaudit: this checkout is not built yet. Run: npm run build\n');
    process.exitCode = 2;
    return;
  }
  // Loading an ES module with require needs no syntax that an old Node.js could not read.
  var cli = require(entry);
  cli.main(process.argv.slice(2), cli.processTerminal()).then(
    function (status) {
      process.exitCode = status;
    },
    function (error) {
      process.stderr.write('planaudit: internal error\n' + ((error && error.stack) || error) + '\n');
      process.exitCode = 3;
    },
  );
}

var node = isNewEnough(process.versions.node) ? null : pinnedNode();
if (isNewEnough(process.versions.node)) start();
else if (node) handOver(node);
else refuse();
